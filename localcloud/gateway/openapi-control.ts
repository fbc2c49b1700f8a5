import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import type { OpenApi } from '../openapi/openapi'
import { sendJson } from './answer'
import { checkFields, readFields } from './body'

const Name = v.pipe(v.string(), v.nonEmpty())
const Phone = v.pipe(v.string(), v.regex(/^\d{5,15}$/, 'expected digits'))
const Risk = v.strictObject({ openid: Name, rank: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)) })
const PhoneCode = v.strictObject({ phone: Phone, openid: v.optional(Name) })
const BoundPhone = v.strictObject({ openid: Name, phone: Phone })
const Acceptance = v.strictObject({
  openid: Name,
  templateId: Name,
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
})
const RiskyWords = v.strictObject({ words: v.array(v.string()) })
const OpenDataOf = v.strictObject({ data: v.unknown() })
const SentQuery = v.object({
  api: v.optional(v.string()),
  openid: v.optional(v.string()),
  limit: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number))),
})

/** The controls that stand in for WeChat and for the person in it; false when `route` is none of them. */
export async function answerOpenApiControl(
  openApi: OpenApi,
  route: string,
  segments: readonly string[],
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const filter = () => checkFields(SentQuery, Object.fromEntries(query), 'query')
  const answer = (value: unknown) => {
    sendJson(response, 200, value)
    return true
  }
  switch (route) {
    case 'GET messages':
      return answer(openApi.sent({ ...filter(), api: 'subscribeMessage.send', ok: true }))
    case 'GET openapi':
      return answer(openApi.sent(filter()))
    case 'GET acceptances':
      return answer(openApi.subscriptions.list())
    case 'POST acceptances': {
      const { openid, templateId, count } = await readFields(request, Acceptance)
      return answer({ openid, templateId, left: openApi.acceptSubscription(openid, templateId, count) })
    }
    case 'GET phone-codes':
      return answer(openApi.phones.issued())
    case 'POST phone-codes': {
      const { phone, openid } = await readFields(request, PhoneCode)
      return answer({ code: openApi.phones.issue(phone, openid) })
    }
    case 'POST phone': {
      const { openid, phone } = await readFields(request, BoundPhone)
      openApi.bindPhone(openid, phone)
      return answer({ openid, phone })
    }
    case 'POST open-data': {
      const { data } = await readFields(request, OpenDataOf)
      return answer({ cloudID: openApi.openData.issue(data) })
    }
    case 'POST risky-words': {
      const { words } = await readFields(request, RiskyWords)
      openApi.security.setRiskyWords(words)
      return answer({ words })
    }
    case 'POST risk': {
      const { openid, rank } = await readFields(request, Risk)
      openApi.riskRanks.set(openid, rank)
      return answer({ openid, rank })
    }
    case 'GET link': {
      const link = openApi.links.find(segments[1] ?? '')
      return link === undefined ? false : answer(link)
    }
    default:
      return false
  }
}
