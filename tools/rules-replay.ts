import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import { checkCampaignFile } from '#rules/campaign/check'
import type { Terms } from '#rules/campaign/terms'
import { type Fen, fen, formatFen } from '#values/money'
import { runCommand } from './command'
import { decideBook } from './rules-replay/decide-book'
import { addedUpBy, type Difference, differences } from './rules-replay/difference'
import { readPolicies } from './rules-replay/read-policies'

const usage =
  '用法：npm run rules:replay -- campaigns/甲.yaml --against campaigns/乙.yaml --policies 保单.csv [--out 差异.csv]'

function termsIn(file: string): Terms {
  const check = checkCampaignFile(readFileSync(file, 'utf8'), file)
  if (!check.ok)
    throw new Error(`${file} 有 ${check.problems.length} 处问题，先用 npm run campaign:check -- ${file} 检查。`)
  return check.terms
}

/** `npm run rules:replay`: what the same policies would bring under two campaign files, by clause, tier and branch. */
async function main(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { against: { type: 'string' }, policies: { type: 'string' }, out: { type: 'string' } },
  })
  const [file] = positionals
  if (!file || positionals.length > 1 || !values.against || !values.policies) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const [here, against] = [termsIn(file), termsIn(values.against)]
  const { policies, refused } = await readPolicies(values.policies)
  const rows = differences(here, policies, {
    here: decideBook(here, policies),
    against: decideBook(against, policies),
  })
  console.log(`${policies.length} 张保单${refused > 0 ? `，另有 ${refused} 行读不懂，没有计入` : ''}`)
  console.log(`甲 ${file}\n乙 ${values.against}`)
  print('按条款', rows, ({ clause, title }) => `${clause} ${title}`)
  print('按档次', rows, ({ tier }) => tier)
  print('按机构', rows, ({ branchCode }) => branchCode)
  print('合计', rows, () => '全部')
  if (values.out) {
    writeFileSync(values.out, `\ufeff${stringify(rows.map(cellsOf), { header: true })}`)
    console.log(`\n明细 ${rows.length} 行在 ${values.out}`)
  }
  return 0
}

function print(by: string, rows: readonly Difference[], wordOf: (row: Difference) => string): void {
  console.log(`\n${by}\t甲（元）\t乙（元）\t甲比乙多（元）\t件数\t待核实`)
  for (const [word, { fen: amount, given, toVerify }] of addedUpBy(rows, wordOf)) {
    const amounts = [amount.here, amount.against, fen(amount.here - amount.against)].map((one: Fen) => formatFen(one))
    const counts = [`${given.here} / ${given.against}`, `${toVerify.here} / ${toVerify.against}`]
    console.log([word, ...amounts, ...counts].join('\t'))
  }
}

const yuan = (amount: number): string => formatFen(fen(amount)).replace(/[¥,]/g, '')

const cellsOf = ({ clause, title, tier, branchCode, fen: amount, given, toVerify }: Difference) => ({
  条款: clause,
  优惠: title,
  档次: tier,
  机构代码: branchCode,
  '甲（元）': yuan(amount.here),
  '乙（元）': yuan(amount.against),
  '甲比乙多（元）': yuan(amount.here - amount.against),
  甲件数: given.here,
  乙件数: given.against,
  甲待核实: toVerify.here,
  乙待核实: toVerify.against,
})

runCommand(main)
