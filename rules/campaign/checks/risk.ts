import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** WeChat's ranks go from 0 to 4. */
const MOST_RANK = 4

/** §10 A score that no reasons together can reach would send nothing to review. */
export function checkRisk({ risk }: NonNullable<TermsDraft>, report: Report): void {
  const { perWechatRank, unknownWechatRank, ...each } = risk?.points ?? {}
  const rank = mostOf(perWechatRank === undefined ? undefined : MOST_RANK * perWechatRank, unknownWechatRank)
  const parts = [rank, ...Object.values(each)]
  const from = risk?.reviewFromScore
  if (from === undefined || risk?.points === undefined) return
  let most = 0
  for (const part of parts) {
    if (part === undefined) return
    most += part
  }
  if (most >= from) return
  report(
    ['risk', 'reviewFromScore'],
    `各项分值合计最多 ${most} 分，永远到不了 ${from} 分`,
    '降低分数线，或提高各项分值',
  )
}

const mostOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.max(one, other)
