import { randomBytes } from 'node:crypto'
import { isPage } from '#pipeline/caller'
import { writeLog } from '#pipeline/log'
import { readCaller } from '#store/cloud'
import { takePush } from './handlers/official-account'

/**
 * Other systems' door: the official account's pushes. WeChat wants `success` within 5 seconds, also for what is of no
 * interest; an error makes it deliver again. A page is refused: only WeChat itself pushes (with the sender as OPENID).
 */
export async function main(event: unknown, context?: { request_id?: string }): Promise<string> {
  const requestId = context?.request_id ?? randomBytes(8).toString('hex')
  const caller = readCaller()
  if (isPage(caller)) {
    writeLog('warn', requestId, 'a mini-program called the intake door')
    return 'refused'
  }
  await takePush(event, caller.fromUnionid ?? caller.unionid, requestId)
  return 'success'
}
