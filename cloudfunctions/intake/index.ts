import { randomBytes } from 'node:crypto'
import { isPage } from '#pipeline/caller'
import { type HttpAnswer, httpRequestOf } from '#pipeline/http'
import { writeLog } from '#pipeline/log'
import { readCaller } from '#store/cloud'
import { takePush } from './handlers/official-account'
import { answerHttp } from './http'

/**
 * Other systems' door: the core system's signed messages by HTTP, and the official account's pushes. WeChat wants `success`
 * within 5 seconds, also for what is of no interest; an error makes it deliver again. A page is refused: only WeChat itself
 * pushes (with the sender as OPENID), and only the core system has the key.
 */
export async function main(event: unknown, context?: { request_id?: string }): Promise<string | HttpAnswer> {
  const requestId = context?.request_id ?? randomBytes(8).toString('hex')
  const caller = readCaller()
  if (isPage(caller)) {
    writeLog('warn', requestId, 'a mini-program called the intake door')
    return 'refused'
  }
  const request = httpRequestOf(event)
  if (request) return answerHttp(request, requestId)
  await takePush(event, caller.fromUnionid ?? caller.unionid, requestId)
  return 'success'
}
