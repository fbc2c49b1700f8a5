/**
 * Draws a second, end to end: HTTP gateway → function instance → SDK → durable write, on a local cloud in a process of
 * its own. Each row stands beside the floor measured in the same run: as many raw SDK operations against a server that
 * does nothing. Figures are of this machine; the ratios are what counts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draw } from '#contract/prize-draw'
import { publishCampaign } from '#contract/publishing'
import { DAY_MS } from '#values/days'
import { runCommand } from '../../tools/command'
import { inFlight } from '../../tools/in-flight'
import { campaignFile } from '../fixtures/edited-campaign'
import { beforeStart, newNonce, onEighthDay, type Person } from '../handlers/campaign-cloud'
import { CloudProcess } from '../handlers/cloud-process'
import { odds } from '../handlers/odds'
import { measureFloor } from './floor'
import { addParticipants, participant } from './participants'

const INSTANCES = 16
/** A hundred customers draw once a day: the rest of the campaign has room for so many draws of theirs. */
const drawsFor = (participants: number): number => Math.min(3_000, participants * 14)
const WARM_UP = 300

interface Row {
  participants: number
  inFlight: number
  drawsPerSecond: number
  operationsPerDraw: number
  operationsPerSecond: number
  floorPerSecond: number
}

async function measure(
  cloud: CloudProcess,
  participants: number,
  most: number,
  days: { passed: number },
): Promise<Row> {
  const draws = drawsFor(participants)
  await drawMany(cloud, participants, most, WARM_UP, days)
  const operationsBefore = await cloud.countOperations()
  const began = performance.now()
  await drawMany(cloud, participants, most, draws, days)
  const seconds = (performance.now() - began) / 1000
  const operations = (await cloud.countOperations()) - operationsBefore
  return {
    participants,
    inFlight: most,
    drawsPerSecond: draws / seconds,
    operationsPerDraw: operations / draws,
    operationsPerSecond: operations / seconds,
    floorPerSecond: await measureFloor(INSTANCES, most, Math.round(operations / 2) * 2),
  }
}

/** Each customer draws once a day: when all have drawn, the clock goes on to the next day. */
async function drawMany(
  cloud: CloudProcess,
  participants: number,
  most: number,
  draws: number,
  days: { passed: number },
) {
  for (let done = 0; done < draws; done += participants) {
    days.passed += 1
    await cloud.setClock(onEighthDay + days.passed * DAY_MS)
    const people = Array.from({ length: Math.min(participants, draws - done) }, (_, index) => participant(index))
    await inFlight(most, people, (who) => drawOnce(cloud, who))
  }
}

async function drawOnce(cloud: CloudProcess, who: Person): Promise<void> {
  const reply = await cloud.ask(draw, { nonce: newNonce() }, who)
  if (!reply.ok) throw new Error(`a draw was refused: ${reply.code}`)
}

/** The demo's odds and stock without its daily limits, which would turn wins into draws of another cost. */
const campaign = () => campaignFile(odds([0.5, 3.5, 20, 6]))

async function benchWith(participants: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const cloud = new CloudProcess(folder, INSTANCES)
  try {
    await cloud.start()
    await cloud.setClock(beforeStart)
    const published = await cloud.ask(publishCampaign, { file: 'bench.yaml', text: campaign() }, null)
    if (!published.ok) throw new Error(JSON.stringify(published))
    await addParticipants(cloud, participants)
    const days = { passed: 0 }
    const rows: Row[] = []
    for (const most of [1, 8, 32]) rows.push(await measure(cloud, participants, most, days))
    return rows
  } finally {
    await cloud.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(row: Row): void {
  const cells = [
    row.participants.toLocaleString('en').padStart(12),
    String(row.inFlight).padStart(10),
    row.drawsPerSecond.toFixed(0).padStart(10),
    row.operationsPerDraw.toFixed(2).padStart(10),
    row.operationsPerSecond.toFixed(0).padStart(14),
    row.floorPerSecond.toFixed(0).padStart(14),
    (row.operationsPerSecond / row.floorPerSecond).toFixed(2).padStart(10),
  ]
  console.log(cells.join(''))
}

runCommand(async () => {
  console.log(`Draws on ${INSTANCES} function instances.`)
  console.log('participants   in flight   draws/s   ops/draw         ops/s    floor ops/s     ratio')
  for (const participants of [100, 10_000, 100_000]) for (const row of await benchWith(participants)) print(row)
  return 0
})
