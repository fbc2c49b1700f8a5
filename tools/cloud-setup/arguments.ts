import { parseArgs } from 'node:util'

export interface SetupRequest {
  environment: string
  /** Shows what would be done, and does nothing. */
  dryRun: boolean
  yes: boolean
}

const usage = `Usage: npm run cloud:setup -- --env ENV [--dry-run] [--yes]

  --env ENV   a CloudBase environment that deploy.yaml lists
  --dry-run   compares the environment with what is declared here, shows the differences, does nothing
  --yes       does it without asking
Creates collections, rules, indexes, functions with their settings, and timers where they are missing; changes those that
differ; removes nothing. New code for functions that are there: npm run deploy.`

/** @throws Error that says which arguments there are */
export function readArguments(args: readonly string[]): SetupRequest {
  const { values, fault } = parse(args)
  if (!values) throw new Error(`${fault}\n${usage}`)
  if (!values.env) throw new Error(`Which environment?\n${usage}`)
  return { environment: values.env, dryRun: values['dry-run'], yes: values.yes }
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    const options = { env: { type: 'string' }, 'dry-run': flag, yes: flag } as const
    return { values: parseArgs({ args: [...args], options }).values, fault: '' }
  } catch (error) {
    return { values: null, fault: error instanceof Error ? error.message : String(error) }
  }
}
