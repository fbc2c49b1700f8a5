import { type Fen, fen, formatYuan } from '#values/money'
import type { TermsDraft } from '../file/draft'
import type { Report, TermsPath } from '../file/problem'

interface Tier {
  from: number | undefined
  below: number | null | undefined
}

/** Tiers include their lower end and exclude their upper: each begins where the one before ends, from 0 without end. */
export function checkTiers(draft: NonNullable<TermsDraft>, report: Report): void {
  const premium = (
    tiers: readonly ({ premiumFromFen?: Fen; premiumBelowFen?: Fen | null } | undefined)[] | undefined,
  ) => tiers?.map((tier) => ({ from: tier?.premiumFromFen, below: tier?.premiumBelowFen }))
  const yuan = (value: number) => `${formatYuan(fen(value))} `
  const premiumEnds = { from: 'premiumFromFen', below: 'premiumBelowFen', words: yuan }
  checkChain(premium(draft.renewalRebate?.noClaimTiers), ['renewalRebate', 'noClaimTiers'], premiumEnds, report)
  checkChain(premium(draft.gift?.tiers), ['gift', 'tiers'], premiumEnds, report)
}

function checkChain(
  tiers: readonly Tier[] | undefined,
  path: TermsPath,
  ends: { from: string; below: string; words: (value: number) => string },
  report: Report,
): void {
  let reached: number | null | undefined = 0
  for (const [index, { from, below }] of (tiers ?? []).entries()) {
    const at = (end: string) => [...path, index, end]
    if (from !== undefined && reached !== undefined) {
      if (reached === null) {
        report(at(ends.from), `第 ${index} 档已写 不限，第 ${index + 1} 档与它重叠`, '只有最后一档写 不限')
      } else if (from < reached) {
        report(
          at(ends.from),
          `第 ${index + 1} 档从 ${ends.words(from)}起，与上一档重叠（上一档到 ${ends.words(reached).trim()}）`,
          `改为上一档的上限`,
        )
      } else if (from > reached) {
        const gap = `${ends.words(reached)}至 ${ends.words(from)}没有对应的档`
        report(at(ends.from), gap, index === 0 ? '第一档从 0 起' : '改为上一档的上限')
      }
    }
    if (from !== undefined && below !== undefined && below !== null && below <= from) {
      report(
        at(ends.below),
        `第 ${index + 1} 档的上限 ${ends.words(below)}不高于下限 ${ends.words(from).trim()}`,
        '上限要高于下限',
      )
    }
    reached = below
  }
  if (tiers && tiers.length > 0 && reached !== null && reached !== undefined) {
    report([...path, tiers.length - 1, ends.below], `${ends.words(reached)}及以上没有对应的档`, '最后一档的上限写 不限')
  }
}
