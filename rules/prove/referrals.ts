import { addDays, dayOf, type Instant, startOf } from '#values/days'
import { formatFen } from '#values/money'
import { addsUp } from '../benefit/statement'
import type { Terms } from '../campaign/terms'
import { decideReferral, type Referral } from '../policy-event/referral'
import { factsOf, policyOf, premiumsOf } from './cases'
import { Law, type LawProof } from './proof'

/** §5.3 A reward for every new policy that a referral brings. */
export function proveReferrals(terms: Terms): LawProof[] {
  if (!terms.referralReward.enabled) return []
  const within = new Law('推荐奖励：不超过新保单的商业险保费，明细加起来等于金额', '§5.3.1')
  const once = new Law('推荐奖励：同一张新保单再决定一次，什么都不变', '§5.3.1')
  const inTime = new Law('推荐奖励：保留期在承诺到账日之前结束', '§5.3.2')
  for (const commercialPremiumFen of premiumsOf(terms)) {
    const policy = policyOf(terms, { commercialPremiumFen })
    const facts = { ...factsOf(policy), referral: referralOn(terms, policy.issuedAt), ledger: [] }
    const say = () => `新保单保费 ${formatFen(commercialPremiumFen)}`
    const reward = decideReferral(terms, facts)?.benefit
    if (!reward) {
      within.holds(false, () => `${say()}：什么都没有记下`)
      continue
    }
    const { amountFen, statement, holdUntil, dueOn } = reward
    const fits = amountFen !== null && amountFen >= 0 && amountFen <= commercialPremiumFen
    within.holds(fits && addsUp(statement, amountFen), () => `${say()}：奖励 ${amountFen} 分`)
    once.holds(decideReferral(terms, { ...facts, ledger: [reward] }) === null, say)
    const ends = holdUntil === null || dueOn === null || dayOf(holdUntil) < dueOn
    inTime.holds(ends, () => `${say()}：${dueOn} 应到账，保留期还没有结束`)
  }
  return [within.proof, once.proof, inTime.proof]
}

/** Accepted on the campaign's first moment by somebody who has nothing in common with the referrer. */
function referralOn(terms: Terms, issuedAt: Instant): Referral {
  const { startsOn } = terms.period
  const invitation = {
    invitationId: 'proof',
    code: 'proof',
    referrerId: 'referrer',
    channel: null,
    openedAt: startOf(startsOn),
    validUntilAt: startOf(addDays(startsOn, terms.referralReward.invitationValidDays)),
    accepted: { at: issuedAt, phoneHash: 'phone', phoneTail: '0000', rank: 0 as const },
    replacedAt: null,
    addressHash: null,
    phonePrefixHash: null,
  }
  const nothing = { phoneHash: null, vehicleIds: new Set<string>(), cardHash: null }
  return {
    invitation,
    referrer: { ...nothing, holderId: 'referrer', branchCode: 'PROOF' },
    invitee: { ...nothing, holderId: 'holder' },
    referrerName: '李**',
    inviteeName: '王**',
    signs: {
      invitation,
      others: [],
      ranks: [0],
      accountIsShared: false,
      above: [],
      inviteeOrBefore: new Set(['holder']),
    },
  }
}
