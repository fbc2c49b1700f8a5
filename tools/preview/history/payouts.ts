import { randomBytes } from 'node:crypto'
import {
  approvePayout,
  buildPayout,
  importPayoutResults,
  previewPayout,
  readPayout,
  releasePayout,
} from '#contract/payout'
import type { LocalCloud } from '#localcloud/local-cloud'
import { ask } from '../ask'
import type { StaffPerson } from '../people'

const HALF_AN_HOUR_MS = 1_800_000

/** How far the day's batch gets: the last ones are left for whoever tries the console. */
type Until = 'paid' | 'released' | 'built'

/** Whose turn it is to build, so that each of finance finds something of another's to approve or to take in. */
const turns: Readonly<Record<Until, number>> = { paid: 0, released: 1, built: 2 }

/** Builds a batch of what waits to be paid; the others approve, the builder releases, and the last of the team takes in the bank's answer. */
export async function payForADay(cloud: LocalCloud, finance: readonly StaffPerson[], until: Until): Promise<void> {
  const turn = turns[until]
  const [builder, ...approvers] = [...finance.slice(turn), ...finance.slice(0, turn)]
  const importer = approvers.at(-1)
  if (!builder || !importer) throw new Error('the team has fewer than two of finance')
  // By then nobody may take today's approvals back.
  cloud.clock.advance(HALF_AN_HOUR_MS)
  const { totals } = await ask(cloud, builder, previewPayout, {})
  if (totals.count === 0) return
  const requestKey = randomBytes(16).toString('hex')
  const { batch } = await ask(cloud, builder, buildPayout, { requestKey })
  if (until === 'built') return
  const { batchId, hash, needed } = batch
  for (const approver of approvers.slice(0, needed)) await ask(cloud, approver, approvePayout, { batchId, hash })
  await ask(cloud, builder, releasePayout, { batchId, hash })
  if (until === 'released') return
  await ask(cloud, importer, importPayoutResults, { batchId, base64: await answerOfTheBank(cloud, importer, batchId) })
}

/** The bank pays all but the second, whose account is closed. */
async function answerOfTheBank(cloud: LocalCloud, by: StaffPerson, batchId: string): Promise<string> {
  const { lines } = await ask(cloud, by, readPayout, { batchId })
  const rows = lines.map(({ number, account, netFen }) => {
    const yuan = `${Math.floor(netFen / 100)}.${String(netFen % 100).padStart(2, '0')}`
    const said = number === 2 ? '失败,,账户已销户' : `成功,DEMO${batchId}${number},`
    return `${batchId},${number},${account.slice(-4)},${yuan},${said}`
  })
  const text = `批次号,序号,账号后四位,金额,状态,流水号,失败原因\n${rows.join('\n')}\n`
  return Buffer.from(text).toString('base64')
}
