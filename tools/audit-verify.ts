import * as v from 'valibot'
import { exportAudit } from '#contract/audit-log'
import type { Reply } from '#contract/envelope'
import { type ChainBreak, type ChainPlace, chainStart } from '#rules/audit/chain'
import { type CheckedPage, checkPage } from '#rules/audit/check-page'
import { type CloudTarget, readTarget } from './cloud-target'
import { runCommand } from './command'

const usage = 'Usage: npm run audit:verify -- [--since NUMBER:HASH] --local URL | --env ENV'

/** Follows the whole chain, or what came after a place that somebody has kept; the head must be on it. */
export async function verifyAudit(cloud: CloudTarget, from: ChainPlace): Promise<CheckedPage> {
  for (let last = from; ; ) {
    const { result } = await cloud.call('staff', { operation: exportAudit.name, input: { after: last.number } })
    const reply = result as Reply<unknown>
    if (!reply.ok) throw new Error(reply.message)
    const { entries, head } = v.parse(exportAudit.output, reply.data)
    const checked = checkPage(last, entries, head)
    if (checked.done) return checked
    last = checked.last
  }
}

const reasons: Record<ChainBreak['why'], string> = {
  altered: '内容与校验值不符，被改动过',
  unlinked: '没有接在前一条之后，前一条被换过',
  missing: '不见了，被删除过',
}

async function main(args: string[]): Promise<number> {
  const { target, positionals, options } = readTarget(args, { since: { type: 'string' } })
  if (positionals.length > 0) throw new Error(usage)
  const { last, broken } = await verifyAudit(target, options.since === undefined ? chainStart : placeOf(options.since))
  if (broken) {
    console.error(`审计日志第 ${broken.number} 条${reasons[broken.why]}；之前的 ${last.number} 条完整。`)
    return 1
  }
  console.log(
    `审计日志 ${last.number} 条，完整。请把这一行另存在云环境之外，下次从这里接着查：${last.number}:${last.hash}`,
  )
  return 0
}

function placeOf(text: string): ChainPlace {
  const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? []
  if (number === undefined || hash === undefined) throw new Error(usage)
  return { number: Number(number), hash }
}

if (require.main === module) runCommand(main)
