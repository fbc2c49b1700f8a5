import { readRules as operation } from '#contract/campaign'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { disclosure } from '#rules/campaign/disclosure'
import { findTermsInForce } from '#store/terms'
import { shownHead } from './shown'

export const readRules = handle(operation, 'anyone', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  return { campaign: shownHead(inForce, call.now), publishedAt: inForce.publishedAt, ...disclosure(inForce.terms) }
})
