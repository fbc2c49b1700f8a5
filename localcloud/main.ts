import { readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { type LocalCloudOptions, startLocalCloud } from './local-cloud'

const USAGE = `tsx localcloud/main.ts --functions DIR --collections FILE --data DIR
  [--port N]        0, the default, takes any free port
  [--instances N]   worker instances per function, 4 by default
  [--env-file FILE] further environment of the functions, KEY=VALUE lines
  [--fresh]         empty the data folder first
  [--no-timers]     run timers only when triggered by hand`

function readOptions(): LocalCloudOptions {
  const { values } = parseArgs({
    options: {
      functions: { type: 'string' },
      collections: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      instances: { type: 'string', default: '4' },
      'env-file': { type: 'string' },
      fresh: { type: 'boolean', default: false },
      'no-timers': { type: 'boolean', default: false },
    },
  })
  const { functions, collections, data } = values
  if (functions === undefined || collections === undefined || data === undefined) {
    throw new Error('--functions, --collections and --data are needed')
  }
  return {
    functions,
    collections,
    data,
    port: wholeNumber('--port', values.port, 0, 65_535),
    instances: wholeNumber('--instances', values.instances, 1, 64),
    environment: readEnvironment(values['env-file']),
    fresh: values.fresh,
    timers: !values['no-timers'],
  }
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < from || number > to) {
    throw new Error(`${name} ${text}: expected a whole number from ${from} to ${to}`)
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
    process.once(signal, () => void cloud.stop().then(() => process.exit(0)))
  }
}

main().catch((error: unknown) => {
  console.error(`local cloud: ${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  process.exitCode = 1
})
