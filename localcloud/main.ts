import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, parseEnv } from 'node:util'
import { type LocalCloudOptions, startLocalCloud } from './local-cloud'

/** Where `npm run build` puts the page. */
const PAGE = fileURLToPath(new URL('../dist/localcloud-page', import.meta.url))

const USAGE = `npm run cloud -- --functions DIR --data DIR [--port N] [--collections FILE]
  [--port N]        0, the default, takes any free port
  [--collections FILE] collections and indexes; collections.json beside the functions when not said
  [--rules FILE]    security rules of functions, which bind pages; function-rules.json beside the functions when not said
  [--import FILE]   begin with a state, as GET /_/export gives it, in an empty folder
  [--restore]       go back to the state of the last clean stop
  [--faults FILE]   troubles on demand
  [--instances N]   instances per function, 4 by default
  [--env-file FILE] further environment of the functions, KEY=VALUE lines
  [--fresh]         empty the data folder first
  [--no-timers]     run timers only when triggered by hand`

/** The command was typed wrongly: its use is shown. */
class UsageError extends Error {}

function readOptions(): LocalCloudOptions {
  const { values } = parseArgs({
    options: {
      functions: { type: 'string' },
      collections: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      instances: { type: 'string', default: '4' },
      'env-file': { type: 'string' },
      rules: { type: 'string' },
      import: { type: 'string' },
      faults: { type: 'string' },
      restore: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      'no-timers': { type: 'boolean', default: false },
    },
  })
  const { functions, data } = values
  if (functions === undefined || data === undefined) throw new UsageError('--functions and --data are needed')
  const collections = values.collections ?? join(functions, 'collections.json')
  const rulesBeside = join(functions, 'function-rules.json')
  const rules = values.rules ?? (existsSync(rulesBeside) ? rulesBeside : undefined)
  return {
    functions,
    collections,
    data,
    port: wholeNumber('--port', values.port, 0, 65_535),
    instances: wholeNumber('--instances', values.instances, 1, 64),
    environment: readEnvironment(values['env-file']),
    fresh: values.fresh,
    timers: !values['no-timers'],
    ...(rules === undefined ? {} : { functionRules: rules }),
    ...(values.import === undefined ? {} : { import: values.import }),
    ...(values.faults === undefined ? {} : { faults: values.faults }),
    restore: values.restore,
    watch: true,
    page: PAGE,
    onReload: (names) => console.log(`taken anew: ${names.join(', ')}`),
  }
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < from || number > to) {
    throw new UsageError(`${name} ${text}: expected a whole number from ${from} to ${to}`)
  }
  return number
}

function readEnvironment(file: string | undefined): Record<string, string> {
  if (file === undefined) return {}
  const entries = Object.entries(parseEnv(readFileSync(file, 'utf8')))
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']))
}

async function main(): Promise<void> {
  const cloud = await startLocalCloud(readOptions())
  console.log(`listening on ${cloud.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void cloud
        .stop()
        .catch(report)
        .then(() => process.exit())
    })
  }
}

function report(error: unknown): void {
  const use = error instanceof UsageError || (error instanceof TypeError && 'code' in error) ? `\n\n${USAGE}` : ''
  console.error(`local cloud: ${error instanceof Error ? error.message : error}${use}`)
  process.exitCode = 1
}

main().catch(report)
