import * as v from 'valibot'
import { Refusal, refuse } from '#pipeline/refuse'
import { findTermsInForceNow } from '#store/terms'
import type { Instant } from '#values/days'
import { proposalEffect } from '../proposals/effect'
import { auditInForce, auditPublished } from './audit-published'
import { matchStock, publishOver } from './publish-over'
import { readChange } from './read-change'

/** A favourable change of the terms, as it was proposed: the file, and what it was compared with. */
const payloadSchema = v.object({
  campaignId: v.string(),
  fromVersion: v.number(),
  hash: v.string(),
  file: v.string(),
  text: v.string(),
  proposedBy: v.string(),
})
export type TermsChangePayload = v.InferOutput<typeof payloadSchema>

/** With the second person's approval the proposed terms come into force. Nothing that was granted before changes. */
export const termsChange = proposalEffect('terms-change', ['admin'], payloadSchema, {
  async hindered(payload) {
    const inForce = await findTermsInForceNow()
    if (!inForce) return refuse('campaign-not-published')
    const same = inForce.terms.campaignId === payload.campaignId
    if (same && inForce.hash === payload.hash) return null
    return same && inForce.version === payload.fromVersion ? null : refuse('terms-moved-on')
  },
  async takeEffect(payload, call, reason) {
    const inForce = await findTermsInForceNow()
    if (inForce?.hash === payload.hash && inForce.terms.campaignId === payload.campaignId) {
      await matchStock(inForce)
      await auditInForce(call, inForce, reason)
      return null
    }
    const change = await readAgain(payload, call.now)
    if (change instanceof Refusal) return change
    const by = [...new Set([payload.proposedBy, call.staff._id])]
    const version = await publishOver(change, payload.text, { by, why: reason }, call.now)
    if (version === null) return refuse('terms-moved-on')
    const { campaignId, hash } = payload
    await auditPublished(call, campaignId, { version, hash }, change.inForce, reason)
    return null
  },
})

/** The file was checked when it was proposed: what stands in its way now is that the campaign has moved on. */
async function readAgain({ file, text, fromVersion }: TermsChangePayload, now: Instant) {
  const read = await readChange({ file, text }, now)
  if (read instanceof Refusal || read.kind === 'problems') return refuse('terms-moved-on')
  if (read.inForce.version !== fromVersion) return refuse('terms-moved-on')
  return read.decision.kind === 'blocked' ? refuse('terms-unfavourable') : read
}
