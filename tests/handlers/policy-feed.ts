import * as v from 'valibot'
import type { Reply } from '#contract/envelope'
import type { EventMessage } from '#contract/policy-columns'
import { type PolicyAnswer, policyAnswerSchema } from '#contract/policy-message'
import { decode } from '#localcloud/database/ejson'
import { type FeedFault, signedFeed } from '../fixtures/signed-feed'
import { type CampaignCloud, testKeys } from './campaign-cloud'

/** What a test asks of the core system's side. */
export interface PolicyFeed {
  /** @throws Error when the message as a whole is refused */
  tell(...events: EventMessage[]): Promise<PolicyAnswer>
  send(body: unknown, fault?: FeedFault): Promise<{ status: number; reply: Reply<PolicyAnswer> }>
}

export function policyFeed(cloud: CampaignCloud): PolicyFeed {
  const send: PolicyFeed['send'] = async (body, fault) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const { statusCode, body: answered } = await cloud.http('intake', signedFeed(text, testKeys.POLICY_FEED_KEY, fault))
    return { status: statusCode, reply: JSON.parse(String(answered)) as Reply<PolicyAnswer> }
  }
  return {
    send,
    async tell(...events) {
      const { reply } = await send({ events })
      if (!reply.ok) throw new Error(`${reply.code} ${JSON.stringify(reply.details)}`)
      return v.parse(policyAnswerSchema, reply.data)
    },
  }
}

/** Documents of a collection as they stand in the database, past the functions. */
export async function documentsOf(cloud: CampaignCloud, collectionName: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName,
      queryType: 'WHERE',
      query: '{}',
      limit: 1000,
    }),
  })
  const { data, message } = (await response.json()) as { data?: { list: string[] }; message?: string }
  if (!data) throw new Error(message)
  return data.list.map((text) => decode(text, 0) as Record<string, unknown>)
}
