import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDocuments, declaration } from './documents'
import { startServer } from './server'

const STEP = 100_000

/** What the process holds now, in MB, as Linux tells; NaN elsewhere. */
function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`
  const kilobytes = existsSync(file) ? /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return kilobytes ? Number(kilobytes) / 1024 : Number.NaN
}

const megabytes = (value: number) => `${Math.round(value).toLocaleString('en')} MB`

/** Fills an indexed collection, then stops and starts: how long it takes and what it holds. */
export async function measureMillion(folder: string, documents: number): Promise<void> {
  const functions = join(folder, 'functions')
  mkdirSync(functions, { recursive: true })
  writeFileSync(join(functions, 'collections.json'), JSON.stringify(declaration))
  const data = join(folder, 'data')
  // Node's own bound is about 4 GB on most machines; the figure below says what is really needed.
  const node = ['--max-old-space-size=12000', '--import', 'tsx']
  const start = () => startServer('localcloud/main.ts', ['--functions', functions, '--data', data], node)
  const first = await start()
  const empty = memoryOf(first.pid)
  const began = performance.now()
  for (let from = 0; from < documents; from += STEP) {
    await addDocuments(first.url, 'indexed', { from, until: Math.min(documents, from + STEP), of: documents })
  }
  const added = (performance.now() - began) / 1000
  console.log(`\n${documents.toLocaleString('en')} documents of 600 bytes in one collection with an index`)
  console.log(
    `  added in          ${added.toFixed(1)} s, ${Math.round(documents / added).toLocaleString('en')} a second`,
  )
  console.log(`  memory then       ${megabytes(memoryOf(first.pid))} (empty: ${megabytes(empty)})`)
  await first.stop()
  console.log(`  file              ${megabytes(statSync(join(data, 'database.sqlite')).size / 2 ** 20)}`)
  const second = await start()
  const memory = memoryOf(second.pid)
  console.log(`  started again in  ${second.startSeconds.toFixed(1)} s`)
  console.log(
    `  memory then       ${megabytes(memory)}, ${megabytes(((memory - empty) / documents) * STEP)} per 100,000`,
  )
  await second.stop()
}
