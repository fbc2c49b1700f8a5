/**
 * The local cloud's database through the real SDK, beside a server that does nothing, measured turn by turn in one run; then
 * its start and its memory with a million documents. Figures are of this machine; the ratios are what counts.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from '../../../tools/command'
import { Clients, type Rate } from './clients'
import { addDocuments, declaration, type Kind, kinds } from './documents'
import { measureMillion } from './million'
import { startServer } from './server'

const usage = `Usage: npm run bench:cloud -- [--documents 10000] [--seconds 2] [--turns 3] [--clients 1] [--million 1000000]
  --documents N  in each collection
  --seconds N    of each turn
  --turns N      of each row, the local cloud and the server that does nothing in alternation; the middle one counts
  --clients N    SDK clients, a thread each; with more than one they compete with the servers for two processors
  --million N    documents for start and memory; 0 leaves that out`

interface Size {
  documents: number
  seconds: number
  turns: number
  clients: number
  million: number
}

function readSize(args: string[]): Size {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const options = {
    documents: text('10000'),
    seconds: text('2'),
    turns: text('3'),
    clients: text('1'),
    million: text('1000000'),
  }
  const { values } = parseArgs({ args, options })
  const size = {
    documents: Number(values.documents),
    seconds: Number(values.seconds),
    turns: Number(values.turns),
    clients: Number(values.clients),
    million: Number(values.million),
  }
  if (!(size.documents >= 100 && size.seconds > 0 && size.turns >= 1 && size.clients >= 1 && size.million >= 0))
    throw new Error(usage)
  return size
}

/** The local cloud and the server that does nothing: the middle of the turns. */
async function measure(kind: Kind, inFlight: number, cloud: Clients, nothing: Clients, { turns, seconds }: Size) {
  // The first time each server sees this kind of work; one at a time, so that the other server learns its replies.
  for (const clients of [cloud, nothing]) await clients.work(kind, 1, 0.1)
  for (const clients of [cloud, nothing]) await clients.work(kind, inFlight, seconds / 4)
  const all: { cloud: Rate[]; nothing: Rate[] } = { cloud: [], nothing: [] }
  for (let turn = 0; turn < turns; turn++) {
    all.cloud.push(await cloud.work(kind, inFlight, seconds))
    all.nothing.push(await nothing.work(kind, inFlight, seconds))
  }
  return { cloud: middle(all.cloud), nothing: middle(all.nothing) }
}

function middle(rates: Rate[]): Rate {
  const [rate] = rates.sort((a, b) => a.perSecond - b.perSecond).slice(Math.floor(rates.length / 2))
  if (!rate) throw new Error(usage)
  return rate
}

async function measureAll(folder: string, size: Size): Promise<void> {
  const options = { functions: join(folder, 'functions'), data: join(folder, 'data') }
  mkdirSync(options.functions)
  writeFileSync(join(options.functions, 'collections.json'), JSON.stringify(declaration))
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const server = await startServer('localcloud/main.ts', args, ['--import', 'tsx'])
  const idle = await startServer('tests/bench/cloud/nothing-server.mjs', [server.url])
  const [cloud, nothing] = [server, idle].map((one) => new Clients(one, size.clients, size.documents))
  try {
    if (!cloud || !nothing) return
    for (const kind of kinds) if (kind !== 'add') await addDocuments(server.url, kind, { until: size.documents })
    console.log(
      `${size.documents.toLocaleString('en')} documents a collection, ${size.clients} SDK clients, 600-byte documents`,
    )
    console.log('work          in flight      a second   doing nothing     ratio   processor µs   doing nothing')
    for (const inFlight of [1, 32]) {
      for (const kind of kinds) print(kind, inFlight, await measure(kind, inFlight, cloud, nothing, size))
    }
  } finally {
    await Promise.all([cloud?.stop(), nothing?.stop()])
    await Promise.all([server.stop(), idle.stop()])
  }
}

function print(kind: Kind, inFlight: number, { cloud, nothing }: { cloud: Rate; nothing: Rate }): void {
  const cells = [
    kind.padEnd(14),
    String(inFlight).padStart(9),
    cloud.perSecond.toFixed(0).padStart(14),
    nothing.perSecond.toFixed(0).padStart(16),
    (cloud.perSecond / nothing.perSecond).toFixed(2).padStart(10),
    cloud.processorMicroseconds.toFixed(0).padStart(15),
    nothing.processorMicroseconds.toFixed(0).padStart(16),
  ]
  console.log(cells.join(''))
}

runCommand(async (args) => {
  const size = readSize(args)
  const folder = mkdtempSync(join(tmpdir(), 'bench-cloud-'))
  try {
    await measureAll(folder, size)
    if (size.million > 0) await measureMillion(join(folder, 'million'), size.million)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
