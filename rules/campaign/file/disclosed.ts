import type { TermsPath } from './problem'

/** What the rules page must disclose before the start (规范促销行为暂行规定), by its field in the terms. */
const items: readonly { path: RegExp; item: string }[] = [
  { path: /^organiser(\.|$)/, item: '主办方' },
  { path: /^period(\.(startsOn|endsOn))?$/, item: '活动时间' },
  { path: /^eligibility(\.|$)/, item: '参与条件' },
  { path: /^prizeDraw\.prizes(\.\d+\.(kind|name))?$/, item: '奖品种类' },
  { path: /^prizeDraw\.prizes\.\d+\.quantity$/, item: '奖品数量' },
  { path: /^prizeDraw\.(winningOddsPpm|prizes\.\d+\.oddsPpm)$/, item: '中奖概率' },
  { path: /^prizeDraw\.prizes\.\d+\.valueFen$/, item: '奖品价值' },
  { path: /^prizeDraw\.prizes\.\d+\.usage$/, item: '使用条件' },
  { path: /^prizeDraw\.(prizes\.\d+\.(delivery|deliveryNote|inPerson))$/, item: '发放方式' },
  { path: /^prizeDraw\.(freeChancesPerDay|shareChance|followGate)(\.mode|$)/, item: '参与方式' },
  { path: /^prizeDraw\.collection\.(forfeiture|alternateWithinWorkingDays)$/, item: '逾期弃奖' },
  { path: /^prizeDraw\.collection(\.|$)/, item: '领奖时间' },
  { path: /^prizeDraw\.tax(\.|$)/, item: '个人所得税' },
  { path: /^personalData(\.|$)/, item: '个人信息' },
]

/** The words that tell why a missing field cannot wait: empty when the law does not ask for it. */
export function missingDisclosure(path: TermsPath): string {
  const name = path.join('.')
  const found = items.find((entry) => entry.path.test(name))
  return found ? `，活动规则必须公示${found.item}` : ''
}
