import { showPrizeCode as showOperation, readPrizeState as stateOperation } from '#contract/prize-collection'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { progressOf } from '#rules/prize-collection/progress'
import { showPrizeCode as keepCode } from '#store/prize-collections'
import { findTermsInForce } from '#store/terms'
import { newCode } from './new-code'
import { findOwnPrize } from './own-prize'

export const showPrizeCode = handle(showOperation, 'customer', async ({ benefitId }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const own = await findOwnPrize(inForce, call.customer.openid, benefitId)
  if (!own) return refuse('prize-unknown')
  if (own.benefit.status.kind === 'fulfilled') return refuse('prize-handed-over')
  if (own.benefit.status.kind !== 'approved' || own.details?.way !== 'in-person') return refuse('prize-not-ready')
  const shown = newCode('prize', call)
  await keepCode(benefitId, shown.code, shown.validUntilAt)
  return shown
})

export const readPrizeState = handle(stateOperation, 'customer', async ({ benefitId }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const own = await findOwnPrize(inForce, call.customer.openid, benefitId)
  if (!own) return refuse('prize-unknown')
  const { terms, prize, benefit, details } = own
  const { branchName } = progressOf(terms, prize, benefit, details, call.now)
  const noted = details?.handOver
  return {
    title: prize.name,
    detail: branchName ?? '',
    handedOver: noted?.kind === 'in-person' ? { at: noted.at, where: noted.where } : null,
  }
})
