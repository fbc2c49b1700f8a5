import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseSchedule, type Schedule } from './schedule'

export interface TimerConfig {
  name: string
  /** The seven fields as written. */
  config: string
  schedule: Schedule
}

/** A function's `config.json`, with CloudBase's defaults and limits. */
export interface FunctionConfig {
  /** Names under `permissions.openapi`, e.g. `wxacode.getUnlimited`. */
  openapi: ReadonlySet<string>
  timers: readonly TimerConfig[]
  timeoutMs: number
  /** Worker instances of this function; the host's default when absent. */
  instances?: number
}

const File = v.object({
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string())) })),
  triggers: v.optional(
    v.array(v.object({ name: v.pipe(v.string(), v.nonEmpty()), type: v.literal('timer'), config: v.string() })),
  ),
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60)), 3),
  instances: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64))),
})

/** Reads `<folder>/config.json`; a missing file means all defaults. Throws an Error that names file and field. */
export function readFunctionConfig(folder: string): FunctionConfig {
  const file = join(folder, 'config.json')
  const parsed = v.safeParse(File, existsSync(file) ? parseJson(file) : {})
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
  }
  const { permissions, triggers, timeout, instances } = parsed.output
  return {
    openapi: new Set(permissions?.openapi),
    timers: (triggers ?? []).map(({ name, config }, index) => {
      try {
        return { name, config, schedule: parseSchedule(config) }
      } catch (cause) {
        throw new Error(`${file}: triggers.${index}.config: ${cause instanceof Error ? cause.message : cause}`)
      }
    }),
    timeoutMs: timeout * 1000,
    ...(instances === undefined ? {} : { instances }),
  }
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`${file}: not JSON: ${cause instanceof Error ? cause.message : cause}`)
  }
}
