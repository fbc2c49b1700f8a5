import type { CloudLine } from '../device'
import { Refused } from '../refused'
import { answering, type WxCall } from './typed'
import type { WxWorld } from './world'

interface FunctionCall {
  name: string
  data?: unknown
}

/** `wx.cloud` with a local cloud at the other end: the functions that run there are the built ones. */
export function cloud(world: WxWorld, heard: (call: WxCall) => void) {
  let started = false
  const callFunction = async ({ name, data }: FunctionCall) => {
    if (!started) throw new Refused('Cloud API isn’t enabled, please call wx.cloud.init first', { errCode: -1 })
    if (world.device.network === 'none') throw new Refused('Error: request:fail net::ERR_INTERNET_DISCONNECTED')
    if (world.singlePage && !world.device.cloud.openToAnyone)
      throw new Refused('unauthenticated access is not allowed', { errCode: -601034 })
    return ask(world.device.cloud, world.singlePage, name, data)
  }
  return {
    init: () => {
      started = true
    },
    callFunction: answering(world.life, 'cloud.callFunction', callFunction, heard),
  }
}

async function ask(line: CloudLine, anonymous: boolean, name: string, data: unknown): Promise<object> {
  const identity = anonymous ? null : line.identity
  const response = await fetch(`${line.url}/client/call`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(identity && { 'x-wx-identity': JSON.stringify(identity) }),
    },
    body: JSON.stringify({ name, data }),
  }).catch((error: unknown) => {
    throw new Refused(`Error: request:fail ${String(error)}`)
  })
  const answer: unknown = await response.json()
  if (typeof answer !== 'object' || answer === null) throw new Refused('the local cloud answered nothing')
  if ('result' in answer) return { result: answer.result, requestID: 'requestId' in answer ? answer.requestId : '' }
  const { errCode, errMsg } = { errCode: -1, errMsg: 'unknown', ...answer }
  throw new Refused(String(errMsg), { errCode })
}
