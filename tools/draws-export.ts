import { writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Reply } from '#contract/envelope'
import { exportDay } from '#contract/publishing'
import { readTarget } from './cloud-target'
import { runCommand } from './command'

/** Writes one day's draws to a file that `npm run verify-draw` checks. */
async function main(args: string[]): Promise<number> {
  const { target, positionals, options } = readTarget(args, { out: { type: 'string' } })
  const [on] = positionals
  if (!on) throw new Error('Usage: npm run draws:export -- YYYY-MM-DD [--out FILE] --local URL | --env ENV')
  const { result } = await target.call('staff', { operation: exportDay.name, input: { on } })
  const reply = result as Reply<unknown>
  if (!reply.ok)
    throw new Error([reply.message, ...(reply.details ?? []).map((one) => `${one.field}: ${one.message}`)].join('\n'))
  const day = v.parse(exportDay.output, reply.data)
  const file = options.out ?? `draws-${on}.json`
  writeFileSync(file, `${JSON.stringify(day, null, 2)}\n`)
  console.log(`${file}：${day.draws.length} 次抽奖，当天种子${day.seed ? '已公布' : '尚未公布'}`)
  return 0
}

if (require.main === module) runCommand(main)
