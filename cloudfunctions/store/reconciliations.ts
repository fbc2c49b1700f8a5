import type { StockProof } from '#rules/prize-draw/prove-stock'
import type { Instant } from '#values/days'
import { collection } from './collection'

interface ReconciliationDoc {
  _id: string
  campaignId: string
  at: Instant
  settled: number
  entered: number
  released: number
  undecided: string[]
  prizes: StockProof[]
}

const reconciliations = collection<ReconciliationDoc>('reconciliations')

/** Keeps one report a campaign: the last one. Two at the same moment: either is true. */
export async function keepReconciliation(report: Omit<ReconciliationDoc, '_id'>): Promise<void> {
  const doc = { _id: report.campaignId, ...report }
  if (await reconciliations.add(doc)) return
  await reconciliations.updateWhere({ _id: report.campaignId }, { ...report })
}

export const findLastReconciliation = (campaignId: string): Promise<ReconciliationDoc | null> =>
  reconciliations.find(campaignId)
