import { readFileSync } from 'node:fs'
import { collectUntilOn, handOverUntilOn } from '#rules/campaign/calendar'
import { type CampaignProblem, checkCampaignFile } from '#rules/campaign/check'
import type { Terms } from '#rules/campaign/terms'
import { termsHash } from '#rules/campaign/terms-hash'
import { warmUpSms } from '#rules/campaign/warm-up-sms'
import { formatDay } from '#values/days'
import { formatPpm } from '#values/money'

/** `npm run campaign:check -- FILE`: exit 0 when the file can be published, 1 with every problem listed, 2 without a file. */
const [file] = process.argv.slice(2)
process.exitCode = file === undefined ? usage() : check(file)

function usage(): number {
  process.stderr.write('用法：npm run campaign:check -- campaigns/活动编号.yaml\n')
  return 2
}

function check(path: string): number {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    process.stderr.write(`读不到文件 ${path}，请检查路径。\n`)
    return 2
  }
  const result = checkCampaignFile(text, path)
  process.stdout.write(`${(result.ok ? summary(result.terms) : result.problems.map(line)).join('\n')}\n`)
  if (result.ok) return 0
  process.stdout.write(`\n共 ${result.problems.length} 处问题，改好后再检查一次。\n`)
  return 1
}

function line({ file: name, line: row, column, clause, message, remedy }: CampaignProblem): string {
  return `${name}:${row}:${column} ${clause === null ? '' : `${clause} `}${message} → ${remedy}`
}

function summary(terms: Terms): string[] {
  const { period, prizeDraw } = terms
  return [
    `检查通过：${terms.title}（${terms.campaignId}${terms.demo ? '，演示活动' : ''}）`,
    `  活动时间  ${formatDay(period.startsOn, true)}至 ${formatDay(period.endsOn, true)}`,
    `  抽奖      ${prizeDraw.prizes.length} 种奖品，总中奖概率 ${formatPpm(prizeDraw.winningOddsPpm)}`,
    `  领奖截止  ${formatDay(collectUntilOn(terms), true)}，最迟发奖 ${formatDay(handOverUntilOn(terms), true)}`,
    `  预热短信  ${warmUpSms(terms)}`,
    `  条款校验码  ${termsHash(terms)}`,
  ]
}
