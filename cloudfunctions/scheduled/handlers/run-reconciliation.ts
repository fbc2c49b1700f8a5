import { writeLog } from '#pipeline/log'
import { type LedgerCount, proveStock, type StockProof } from '#rules/prize-draw/prove-stock'
import { countBenefitsOfPrize } from '#store/benefits'
import { findLastReconciliation, keepReconciliation } from '#store/reconciliations'
import { listStock, raiseStock, stockOf } from '#store/stock'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'
import { type Mended, mendStock } from './reconcile'

export interface Reconciliation extends Mended {
  prizes: StockProof[]
}

/** Mends, proves, and keeps the report. A proof that fails is an alarm in the log: it must never happen. */
export async function runReconciliation(
  inForce: TermsInForce,
  now: Instant,
  requestId: string,
): Promise<Reconciliation> {
  const { campaignId, prizeDraw } = inForce.terms
  const { termsVersion } = inForce.layout
  // A publication that raised a quantity may have broken off before its units came.
  for (const prize of prizeDraw.prizes) await raiseStock(stockOf(campaignId, inForce.layout, prize), prize.quantity)
  const last = await findLastReconciliation(campaignId)
  const mended = await mendStock(inForce, new Set(last?.undecided ?? []))
  const before = await listStock(campaignId, termsVersion)
  const counts = new Map<string, LedgerCount>()
  for (const { prizeId } of prizeDraw.prizes) counts.set(prizeId, await countWins(campaignId, prizeId))
  const after = await listStock(campaignId, termsVersion)
  const prizes = prizeDraw.prizes.map((prize) => proveStock(prize, before, counts.get(prize.prizeId) ?? none, after))
  const report = { ...mended, prizes }
  await keepReconciliation({ campaignId, at: now, ...report })
  if (prizes.some(({ holds }) => !holds))
    writeLog('error', requestId, `stock is not won + left: ${JSON.stringify(prizes)}`)
  return report
}

const none: LedgerCount = { won: 0, expired: 0 }

async function countWins(campaignId: string, prizeId: string): Promise<LedgerCount> {
  const won = await countBenefitsOfPrize(campaignId, prizeId)
  return { won, expired: await countBenefitsOfPrize(campaignId, prizeId, { 'status.kind': 'expired' }) }
}
