import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import type { OpenApi } from '../openapi/openapi'
import { sendJson } from './answer'
import { readFields } from './body'
import { readIdentity } from './client'
import { RequestError } from './request-error'

const Nothing = v.strictObject({})
const Subscribe = v.strictObject({
  tmplIds: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1), v.maxLength(3)),
  answer: v.optional(v.picklist(['accept', 'reject']), 'accept'),
})

/** `POST /client/…`: what WeChat asks the person who holds the phone; the header `x-wx-identity` says who that is. */
export async function answerPerson(
  openApi: OpenApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { openid } = readIdentity(request)
  if (openid === undefined) throw new RequestError(400, 'header x-wx-identity: expected the openid of a person')
  switch (`${request.method} ${(request.url ?? '').split('?')[0]}`) {
    // <button open-type="getPhoneNumber">, and the person says yes.
    case 'POST /client/phone-code': {
      await readFields(request, Nothing)
      const code = openApi.phones.issue(openApi.phones.phoneOf(openid), openid)
      return sendJson(response, 200, { errMsg: 'getPhoneNumber:ok', code })
    }
    case 'POST /client/subscribe': {
      const { tmplIds, answer } = await readFields(request, Subscribe)
      if (answer === 'accept') for (const id of tmplIds) openApi.acceptSubscription(openid, id, 1)
      const answers = Object.fromEntries(tmplIds.map((id) => [id, answer]))
      return sendJson(response, 200, { ...answers, errMsg: 'requestSubscribeMessage:ok' })
    }
    default:
      throw new RequestError(404, `nothing answers ${request.method} ${request.url}`)
  }
}
