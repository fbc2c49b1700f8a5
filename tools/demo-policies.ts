import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkCampaignFile } from '#rules/campaign/check'
import { day } from '#values/days'
import { runCommand } from './command'
import { FEWEST, policyBook } from './policy-book/book'
import { knownHolders } from './policy-book/known-people'
import { fileHeader, fileRows } from './policy-book/policy-file'
import { demoCampaign, demoDay } from './preview/demo-campaign'

const usage = 'Usage: npm run policies:demo -- --out FILE [--seed N] [--count N] [--campaign FILE] [--on YYYY-MM-DD]'

/** Writes an invented policy book to a file that `npm run policies:import` takes. The seed is printed: it makes the same book again. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      count: { type: 'string', default: '600' },
      campaign: { type: 'string', default: demoCampaign },
      on: { type: 'string', default: demoDay },
    },
  })
  const [seed, count] = [Number(values.seed), Number(values.count)]
  if (!values.out || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < FEWEST) {
    throw new Error(`${usage}\nCOUNT is at least ${FEWEST}.`)
  }
  const check = checkCampaignFile(readFileSync(values.campaign, 'utf8'), values.campaign)
  if (!check.ok)
    throw new Error(`${values.campaign} has problems; npm run campaign:check -- ${values.campaign} shows them.`)
  const events = policyBook(check.terms, { seed, count, on: day(values.on) })
  writeFileSync(values.out, `\ufeff${fileHeader()}${fileRows(events)}`)
  const policies = new Set(events.map(({ policyNumber }) => policyNumber)).size
  console.log(`${values.out}：${policies} 张虚构保单，${events.length} 行，种子 ${seed}`)
  for (const { name, phone, idNumber, plate, note } of knownHolders)
    console.log(`  ${name}  手机 ${phone}  车牌 ${plate}  证件后六位 ${idNumber.slice(-6)}  ${note}`)
  return 0
}

if (require.main === module) runCommand(main)
