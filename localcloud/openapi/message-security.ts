import { randomUUID } from 'node:crypto'

const CONTENT_LIMIT = 2500
/** Labels of WeChat's answer: 100 is normal, 21000 is "other". */
const NORMAL = 100
const OTHER = 21_000

/** security.msgSecCheck, version 2. Nothing is risky but the words a developer names. */
export class MessageSecurity {
  #riskyWords: readonly string[] = []

  get riskyWords(): readonly string[] {
    return this.#riskyWords
  }

  setRiskyWords(words: readonly string[]): void {
    this.#riskyWords = words.filter((word) => word !== '')
  }

  msgSecCheck(parameters: Record<string, unknown>): Record<string, unknown> {
    const { version, openid, scene, content } = parameters
    if (version !== 2 && version !== '2') return { errcode: 40097, errmsg: 'invalid args: version must be 2' }
    if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' }
    if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) return { errcode: 40129, errmsg: 'invalid scene' }
    if (content === undefined || content === '') return { errcode: 44002, errmsg: 'empty post data' }
    if (typeof content !== 'string') return { errcode: 47001, errmsg: 'data format error' }
    if ([...content].length > CONTENT_LIMIT) return { errcode: 45002, errmsg: 'content size out of limit' }
    const keyword = this.#riskyWords.find((word) => content.includes(word))
    const verdict = keyword === undefined ? { suggest: 'pass', label: NORMAL } : { suggest: 'risky', label: OTHER }
    return {
      errcode: 0,
      errmsg: 'ok',
      trace_id: randomUUID(),
      result: verdict,
      detail: [
        { strategy: 'keyword', errcode: 0, ...verdict, ...(keyword === undefined ? {} : { keyword, level: 90 }) },
      ],
    }
  }
}
