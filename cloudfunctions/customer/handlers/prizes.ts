import { listMyPrizes as operation } from '#contract/prizes'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { prizeNextStep } from '#rules/campaign/draw-texts'
import { accountOf } from '#store/accounts'
import { listPrizeBenefitsOf } from '#store/benefits'
import { pseudonymOf } from '#store/secrets'
import { findStaff } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { shownHead } from './shown'

export const listMyPrizes = handle(operation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const pseudonym = pseudonymOf(terms.campaignId, call.customer.openid)
  const [benefits, member] = await Promise.all([
    listPrizeBenefitsOf(terms.campaignId, pseudonym),
    findStaff(accountOf(call.customer.openid)),
  ])
  const redeems = member?.active === true && (member.role === 'branch' || member.role === 'workshop')
  const prizes = benefits
    .sort((a, b) => b.grantedAt - a.grantedAt)
    .flatMap((benefit) => {
      const prize = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === benefit.prizeId)
      if (!prize) return []
      return {
        benefitId: benefit._id,
        prizeId: prize.prizeId,
        kind: prize.kind,
        name: prize.name,
        valueFen: prize.valueFen,
        status: benefit.status.kind,
        wonAt: benefit.grantedAt,
        next: prizeNextStep(terms, prize),
        statement: benefit.statement,
      }
    })
  return { campaign: shownHead(inForce, call.now), redeems, prizes }
})
