import type { IncomingMessage, ServerResponse } from 'node:http'
import type * as v from 'valibot'
import { sendJson } from '../gateway/answer'
import { checkFields, readJson } from '../gateway/body'
import { RequestError } from '../gateway/request-error'
import type { Operation, PageParts } from './operation'
import { operations } from './operations'

const MEGABYTE = 1024 * 1024
export const PAGE_API = '/_/api/'

/** `POST /_/api/<operation>`: what the local cloud's own page asks. Other pages of this machine may not, whatever port they are on. */
export async function answerPageApi(
  parts: PageParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  refuseOtherPages(request)
  const name = (request.url ?? '').slice(PAGE_API.length)
  if (request.method !== 'POST') throw new RequestError(405, 'the page’s API: use POST')
  if (name === 'state.upload') return sendJson(response, 200, await parts.replacement.receive(request))
  if (!Object.hasOwn(operations, name)) throw new RequestError(404, `the page’s API has no operation ${name}`)
  const found: Record<string, Operation> = operations
  const asked = found[name]
  if (asked === undefined) throw new RequestError(404, `the page’s API has no operation ${name}`)
  const input: v.InferOutput<typeof asked.input> = checkFields(
    asked.input,
    await readJson(request, 16 * MEGABYTE),
    'input',
  )
  sendJson(response, 200, await asked.answer(parts, input))
}

/**
 * The gateway has refused what is not of this machine. Here only the page itself may ask: its origin is the address that was
 * asked, and what it sends could not be sent by a form or an image of another page.
 */
function refuseOtherPages({ headers }: IncomingMessage): void {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new RequestError(403, `header origin: ${origin} is not the local cloud's own page`, -501008)
  }
  if (site !== undefined && site !== 'same-origin') {
    throw new RequestError(403, `header sec-fetch-site: ${site} is not the local cloud's own page`, -501008)
  }
  const type = String(headers['content-type'] ?? '').split(';')[0]
  if (type !== 'application/json' && type !== 'application/x-ndjson') {
    throw new RequestError(415, 'header content-type: expected application/json')
  }
}
