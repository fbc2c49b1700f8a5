import type { TermsDraft } from '../file/draft'
import type { Report, TermsPath } from '../file/problem'

const benefits = [
  'newCustomerDiscount',
  'firstYearRebate',
  'servicePack',
  'renewalDiscount',
  'renewalRebate',
  'gift',
  'referralReward',
  'prizeDraw',
] as const

/** Words that stand where a person should. */
const nobody = /^(无|没有|待定|待批|待补|暂无|领导|公司|部门|某某|none|tbd|n\/a|x+)$/i

/**
 * A named person answers for every benefit (保险法 §116(4)), and for each switch that WeChat's rules forbid: a draw chance
 * for sharing, and following as a condition of the draw.
 */
export function checkApprovers(draft: NonNullable<TermsDraft>, report: Report): void {
  for (const benefit of benefits) {
    requireName(draft[benefit]?.approver, [benefit, 'approver'], report)
    requireBasis(draft[benefit]?.legalBasis, [benefit, 'legalBasis'], report)
  }
  const { shareChance, followGate } = draft.prizeDraw ?? {}
  if (shareChance?.mode !== undefined && shareChance.mode !== 'off') {
    const path = ['prizeDraw', 'shareChance']
    requireName(shareChance.approver, [...path, 'approver'], report, '开启了分享得机会')
    requireBasis(shareChance.legalBasis, [...path, 'legalBasis'], report)
  }
  if (followGate?.mode === 'required') {
    const path = ['prizeDraw', 'followGate']
    requireName(followGate.approver, [...path, 'approver'], report, '以关注公众号为抽奖条件')
    requireBasis(followGate.legalBasis, [...path, 'legalBasis'], report)
  }
}

function requireName(approver: string | null | undefined, path: TermsPath, report: Report, because = ''): void {
  if (approver === undefined || (approver !== null && !nobody.test(approver.trim()))) return
  const reason = because && `${because}，微信运营规范不允许，`
  report(path, `${reason}必须有具名批准人；现在写的是“${approver ?? '无'}”`, '写上批准人的姓名和职务')
}

function requireBasis(basis: string | undefined, path: TermsPath, report: Report): void {
  if (basis !== undefined && nobody.test(basis.trim())) {
    report(path, `法律依据写的是“${basis}”，等于没有`, '写明法规、备案号或书面意见')
  }
}
