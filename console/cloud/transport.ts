import { signed } from './signing'

/** The cloud could not be reached at all. Whether it acted is unknown. */
export class Unreachable extends Error {}

/** One request to the staff's door. */
export interface Request {
  operation: string
  input: unknown
}

/** Below the console's own address, so that the session's cookie travels and no other site's page can send it. */
const DOOR = '/console-api'

/** CloudBase lets at most 100 KB through as JSON, more only as bytes; a Chinese character is three of them. */
const LONGEST_JSON = 30_000

/**
 * Sends one request and returns the door's reply, unread.
 * @throws Unreachable when there is no network; Error when the cloud failed
 */
export async function send(request: Request): Promise<unknown> {
  const body = JSON.stringify(request)
  const headers = {
    'content-type': body.length > LONGEST_JSON ? 'application/octet-stream' : 'application/json',
    ...(await signed(body)),
  }
  let response: Response
  try {
    response = await fetch(DOOR, { method: 'POST', credentials: 'same-origin', headers, body })
  } catch (error) {
    throw new Unreachable(String(error))
  }
  return response.json()
}
