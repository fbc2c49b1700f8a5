import { listMyPrizes as operation } from '#contract/prizes'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { progressOf } from '#rules/prize-collection/progress'
import { accountOf } from '#store/accounts'
import { findBenefits, listPrizeBenefitsOf } from '#store/benefits'
import { listNoticesOf, type Notice } from '#store/notices'
import { listPrizeCollectionsOf } from '#store/prize-collections'
import { pseudonymOf } from '#store/secrets'
import { findStaff } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { shownHead } from './shown'

const MOST_NOTICES = 5

export const listMyPrizes = handle(operation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const pseudonym = pseudonymOf(terms.campaignId, call.customer.openid)
  const account = accountOf(call.customer.openid)
  const [benefits, details, notices, member] = await Promise.all([
    listPrizeBenefitsOf(terms.campaignId, pseudonym),
    listPrizeCollectionsOf(account),
    listNoticesOf(account, MOST_NOTICES),
    findStaff(account),
  ])
  const detailsOf = new Map(details.map((one) => [one._id, one]))
  const redeems = member?.active === true && (member.role === 'branch' || member.role === 'workshop')
  const prizes = benefits
    .sort((a, b) => b.grantedAt - a.grantedAt)
    .flatMap((benefit) => {
      const prize = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === benefit.prizeId)
      if (!prize) return []
      const { stage, way, next } = progressOf(terms, prize, benefit, detailsOf.get(benefit._id) ?? null, call.now)
      return {
        benefitId: benefit._id,
        prizeId: prize.prizeId,
        kind: prize.kind,
        name: prize.name,
        valueFen: prize.valueFen,
        status: benefit.status.kind,
        wonAt: benefit.grantedAt,
        stage,
        way,
        next,
        statement: benefit.statement,
      }
    })
  return {
    campaign: shownHead(inForce, call.now),
    redeems,
    notices: (await stillTrue(notices)).map(({ _id, benefitId, occasion, at, title, sentence }) => ({
      noticeId: _id,
      benefitId,
      about: occasion === 'gift-ready' ? ('gift' as const) : ('prize' as const),
      at,
      title,
      sentence,
    })),
    prizes,
  }
})

/** Without those of what waits no more at the branch, as after a policy was cancelled. One operation where there is any. */
async function stillTrue(notices: readonly Notice[]): Promise<Notice[]> {
  const atBranch = notices.filter(({ occasion }) => occasion === 'ready' || occasion === 'gift-ready')
  const waiting = new Set(
    (await findBenefits(atBranch.map(({ benefitId }) => benefitId)))
      .filter(({ waitsFor }) => waitsFor === 'hand-over')
      .map(({ _id }) => _id),
  )
  return notices.filter((notice) => !atBranch.includes(notice) || waiting.has(notice.benefitId))
}
