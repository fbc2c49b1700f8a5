import * as v from 'valibot'
import { openDrawPage } from '#contract/prize-draw'
import type { Identity, LocalCloud } from '#localcloud/local-cloud'
import type { SharedLink } from './state'

const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: openDrawPage.output }),
  v.object({ ok: v.literal(false), message: v.string() }),
])

/** The share id that the draw page puts into this customer's Moments link today, asked the way the page asks. */
export async function sharedLinkOf(cloud: LocalCloud, customer: Identity): Promise<SharedLink> {
  const { result } = await cloud.call('customer', { operation: openDrawPage.name, input: {} }, customer)
  const reply = v.parse(replySchema, result)
  if (!reply.ok) return { reason: reply.message }
  const { share } = reply.data.chances
  if (share.mode === 'off') return { reason: '这个活动没有设置分享得机会。' }
  return { shareId: share.shareId }
}
