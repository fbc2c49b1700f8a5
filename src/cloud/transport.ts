import Taro from '@tarojs/taro'
import { previewIdentity } from './identity'

/** The phone could not reach the cloud at all. Whether the cloud acted is unknown. */
export class Unreachable extends Error {}

const DOOR = 'customer'

/** Call once, when the app is launched. The preview has nothing to start. */
export function startCloud(): void {
  if (process.env.TARO_ENV === 'h5') return
  const environment = process.env.TARO_APP_CLOUD_ENV
  Taro.cloud?.init(environment ? { env: environment } : {})
}

/**
 * Sends one request to the customers' door and returns its reply, unread.
 * @throws Unreachable when there is no network; Error when the cloud failed
 */
export function send(request: { operation: string; input: unknown }): Promise<unknown> {
  return process.env.TARO_ENV === 'h5' ? sendFromBrowser(request) : sendFromWeChat(request)
}

async function sendFromWeChat(data: { operation: string; input: unknown }): Promise<unknown> {
  try {
    const { result } = await Taro.cloud.callFunction({ name: DOOR, data })
    return result
  } catch (error) {
    const { networkType } = await Taro.getNetworkType()
    if (networkType === 'none') throw new Unreachable(String(error))
    throw error
  }
}

async function sendFromBrowser(data: { operation: string; input: unknown }): Promise<unknown> {
  const identity = previewIdentity(window.location.search)
  let response: Response
  try {
    response = await fetch('/client/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(identity && { 'x-wx-identity': identity.header }) },
      body: JSON.stringify({ name: DOOR, data }),
    })
  } catch (error) {
    throw new Unreachable(String(error))
  }
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'result' in answer) return answer.result
  throw new Error(`the cloud failed: ${JSON.stringify(answer)}`)
}
