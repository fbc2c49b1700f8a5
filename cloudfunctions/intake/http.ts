import type { Reply } from '#contract/envelope'
import { type RefusalCode, refusalTexts } from '#contract/refusals'
import { bodyOf, type HttpAnswer, type HttpRequest, headerOf } from '#pipeline/http'
import { writeLog } from '#pipeline/log'
import { Refusal } from '#pipeline/refuse'
import { takePolicyMessage } from './handlers/policy-feed'

const STATUSES: Partial<Record<RefusalCode, number>> = {
  'feed-unknown-address': 404,
  'feed-too-large': 413,
  'feed-signature-invalid': 401,
  'feed-timestamp': 401,
  'feed-replayed': 409,
  'feed-malformed': 400,
  'campaign-not-published': 503,
}
const SERVER_ERROR = 500

/** `POST /policy-events`. Answers in the one envelope, with the status that other systems look at first. */
export async function answerHttp(request: HttpRequest, requestId: string): Promise<HttpAnswer> {
  const no = (code: RefusalCode, details?: Refusal['details']): HttpAnswer =>
    send(STATUSES[code] ?? SERVER_ERROR, {
      ok: false,
      code,
      message: refusalTexts[code],
      requestId,
      ...(details ? { details } : {}),
    })
  if (request.httpMethod !== 'POST' || !request.path.endsWith('/policy-events')) return no('feed-unknown-address')
  const signed = {
    timestamp: headerOf(request, 'x-timestamp'),
    nonce: headerOf(request, 'x-nonce'),
    signature: headerOf(request, 'x-signature'),
  }
  try {
    const answer = await takePolicyMessage(signed, bodyOf(request))
    const refused = answer instanceof Refusal
    const { accepted, ignored, refused: refusedEvents } = refused ? { accepted: 0, ignored: 0, refused: 0 } : answer
    const reply = refused ? answer.code : { accepted, ignored, refused: refusedEvents }
    writeLog('info', requestId, { operation: 'policy-events', reply })
    return refused ? no(answer.code, answer.details) : send(200, { ok: true, data: answer })
  } catch (error) {
    writeLog('error', requestId, error)
    return no('unavailable')
  }
}

const send = (statusCode: number, reply: Reply<unknown>): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(reply),
})
