/**
 * A policy file imported: rows a second and peak memory, beside a bare csv-parse of the same file in the same run. Each piece
 * runs in a process of its own. `npm run bench:import -- --rows 1000000`; with `--cloud-rows N` the cloud gets a shorter file. Figures are of this machine; the ratios are what counts.
 */
import { execFile } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import * as v from 'valibot'
import { publishCampaign } from '#contract/publishing'
import { day } from '#values/days'
import { runCommand } from '../../tools/command'
import { policyBook } from '../../tools/policy-book/book'
import { fileHeader, fileRows } from '../../tools/policy-book/policy-file'
import { campaignFile } from '../fixtures/edited-campaign'
import { demoTerms } from '../fixtures/terms'
import { beforeStart, onEighthDay } from '../handlers/campaign-cloud'
import { CloudProcess } from '../handlers/cloud-process'

const INSTANCES = 4
const BLOCK = 10_000
/** The local cloud keeps every document in memory, as the real one does not. */
const CLOUD_MEMORY_MB = 18_000

/** Writes invented policies until the file has so many rows. About half are decided on, as of the campaign's own days. */
function writeFile(file: string, rows: number): void {
  const terms = demoTerms()
  writeFileSync(file, fileHeader())
  for (let written = 0, block = 0; written < rows; block += 1) {
    const book = policyBook(terms, { seed: block + 1, count: BLOCK, on: day('2026-09-08'), from: block * BLOCK * 2 })
    const events = book.slice(0, rows - written)
    appendFileSync(file, fileRows(events))
    written += events.length
  }
}

const measured = v.object({ seconds: v.number(), peakMegabytes: v.number() })

async function inChild(...args: string[]): Promise<v.InferOutput<typeof measured>> {
  const child = ['--import', 'tsx', 'tests/bench/import-child.ts', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, child, { maxBuffer: 2 ** 24 })
  return v.parse(measured, JSON.parse(stdout))
}

/** The most memory that a process ever had, as Linux tells; null elsewhere. */
function peakOf(pid: number): number | null {
  const file = `/proc/${pid}/status`
  const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return kilobytes ? Number(kilobytes) / 1024 : null
}

function print(what: string, rows: number, { seconds, peakMegabytes }: v.InferOutput<typeof measured>): void {
  const cells = [
    what.padEnd(34),
    rows.toLocaleString('en-US').padStart(11),
    seconds.toFixed(1).padStart(10),
    Math.round(rows / seconds)
      .toLocaleString('en-US')
      .padStart(11),
    Math.round(peakMegabytes).toLocaleString('en-US').padStart(10),
  ]
  console.log(cells.join(''))
}

async function importIntoCloud(folder: string, file: string, rows: number): Promise<void> {
  process.env.NODE_OPTIONS = `--max-old-space-size=${CLOUD_MEMORY_MB}`
  const cloud = new CloudProcess(folder, INSTANCES)
  try {
    await cloud.start()
    delete process.env.NODE_OPTIONS
    await cloud.setClock(beforeStart)
    const published = await cloud.ask(publishCampaign, { file: 'bench.yaml', text: campaignFile() }, null)
    if (!published.ok) throw new Error(JSON.stringify(published))
    await cloud.setClock(onEighthDay)
    print('import into the local cloud', rows, await inChild('import', file, cloud.url))
    const operations = await cloud.countOperations()
    print('  the same file once more', rows, await inChild('import', file, cloud.url))
    console.log(`\n${(operations / (rows / 500)).toFixed(1)} database operations for 500 rows the first time.`)
    const peak = peakOf(cloud.pid)
    if (peak)
      console.log(
        `The local cloud itself had ${Math.round(peak).toLocaleString('en-US')} MB: it keeps its database in memory.`,
      )
  } finally {
    await cloud.kill()
  }
}

runCommand(async (args) => {
  const { values } = parseArgs({
    args,
    options: { rows: { type: 'string', default: '100000' }, 'cloud-rows': { type: 'string' } },
  })
  const rows = Number(values.rows)
  const cloudRows = Number(values['cloud-rows'] ?? rows)
  if (![rows, cloudRows].every((count) => Number.isSafeInteger(count) && count > 0)) {
    throw new Error('Usage: npm run bench:import -- [--rows N] [--cloud-rows N]')
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
  try {
    const file = join(folder, 'policies.csv')
    writeFile(file, rows)
    console.log(
      `${rows.toLocaleString('en-US')} rows, ${Math.round(statSync(file).size / 2 ** 20)} MB, ${INSTANCES} function instances`,
    )
    console.log(`${' '.repeat(34)}       rows   seconds     rows/s   peak MB`)
    print('bare csv-parse', rows, await inChild('parse', file))
    print('check, read and sign, no cloud', rows, await inChild('read', file))
    if (cloudRows !== rows) writeFile(file, cloudRows)
    await importIntoCloud(folder, file, cloudRows)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
