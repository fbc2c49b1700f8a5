import Taro from '@tarojs/taro'
import { previewIdentity } from './identity'

/** The phone could not reach the cloud at all. Whether the cloud acted is unknown. */
export class Unreachable extends Error {}

/** One request to one of the doors: the customers', or the one of branch and workshop people. */
export interface Request {
  door: 'customer' | 'staff'
  operation: string
  input: unknown
}

/** Call once, when the app is launched. The preview has nothing to start. */
export function startCloud(): void {
  if (process.env.TARO_ENV === 'h5') return
  const environment = process.env.TARO_APP_CLOUD_ENV
  Taro.cloud?.init(environment ? { env: environment } : {})
}

/**
 * Sends one request and returns the door's reply, unread.
 * @throws Unreachable when there is no network; Error when the cloud failed
 */
export function send(request: Request): Promise<unknown> {
  return process.env.TARO_ENV === 'h5' ? sendFromBrowser(request) : sendFromWeChat(request)
}

async function sendFromWeChat({ door, ...data }: Request): Promise<unknown> {
  try {
    const { result } = await Taro.cloud.callFunction({ name: door, data })
    return result
  } catch (error) {
    const { networkType } = await Taro.getNetworkType()
    if (networkType === 'none') throw new Unreachable(String(error))
    throw error
  }
}

async function sendFromBrowser({ door, ...data }: Request): Promise<unknown> {
  const identity = previewIdentity(window.location.search)
  let response: Response
  try {
    response = await fetch('/client/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(identity && { 'x-wx-identity': identity.header }) },
      body: JSON.stringify({ name: door, data }),
    })
  } catch (error) {
    throw new Unreachable(String(error))
  }
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'result' in answer) return answer.result
  throw new Error(`the cloud failed: ${JSON.stringify(answer)}`)
}
