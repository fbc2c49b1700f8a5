import { formatDay } from '#values/days'
import { formatPpm } from '#values/money'
import { collectUntilOn } from './calendar'
import {
  changesSection,
  eligibilitySection,
  organiserSection,
  periodSection,
  personalDataSection,
} from './disclosure/campaign'
import { offerSections } from './disclosure/offers'
import {
  collectionSection,
  fairnessSection,
  prizesSection,
  taxSection,
  usageSection,
  waySection,
} from './disclosure/prize-draw'
import type { DisclosureSection } from './disclosure/section'
import { shareSentence } from './draw-texts'
import { countText, rangeText } from './figures'
import type { Terms } from './terms'

/**
 * 活动规则: all that is disclosed before the start (规范促销行为暂行规定): organiser, time, conditions, way, prize kinds, quantity,
 * odds and value, delivery, forfeiture, tax, no insiders, personal data, how a draw is checked. From the terms alone.
 */
export function disclosure(terms: Terms): { summary: string[]; sections: DisclosureSection[] } {
  const draw = [waySection, prizesSection, usageSection, collectionSection, taxSection, fairnessSection]
  return {
    summary: summary(terms),
    sections: [
      organiserSection(terms),
      periodSection(terms),
      eligibilitySection(terms),
      ...(terms.prizeDraw.enabled ? draw.map((part) => part(terms)) : []),
      ...offerSections(terms),
      personalDataSection(terms),
      changesSection(terms),
    ],
  }
}

/** The five things to know, each with its figure or day. */
function summary(terms: Terms): string[] {
  const { period, prizeDraw, organiser } = terms
  const runs = `活动时间：${rangeText(period.startsOn, period.endsOn)}。`
  const asks = `主办方：${organiser.name}，电话 ${organiser.phone}。`
  if (!prizeDraw.enabled) return [runs, asks]
  const prizes = prizeDraw.prizes.reduce((sum, { quantity }) => sum + quantity, 0)
  const share = shareSentence(terms)
  return [
    runs,
    `每天免费抽奖 ${prizeDraw.freeChancesPerDay} 次，总中奖概率 ${formatPpm(prizeDraw.winningOddsPpm)}，奖品共 ${countText(prizes)} 份。`,
    ...(share === null ? [] : [share]),
    `中奖后在 ${formatDay(collectUntilOn(terms), true)}前（含当日）填写领奖信息，逾期视为放弃。`,
    asks,
  ]
}
