import { templateDataProblem } from './template-data'

const STATES = ['developer', 'trial', 'formal']
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

/** How many messages of a template a person still lets through. Each acceptance is good for one message. */
export interface Acceptances {
  openid: string
  templateId: string
  left: number
}

/** The ledger behind wx.requestSubscribeMessage and subscribeMessage.send: what was accepted, less what was sent. */
export class Subscriptions {
  readonly #ledger = new Map<string, Acceptances>()

  accept(openid: string, templateId: string, count: number): number {
    const entry = this.#entry(openid, templateId)
    entry.left += count
    return entry.left
  }

  /** All that were ever accepted, used up or not. */
  list(): Acceptances[] {
    return [...this.#ledger.values()].map((entry) => ({ ...entry }))
  }

  clear(): void {
    this.#ledger.clear()
  }

  /** subscribeMessage.send: 43101 when the person has accepted no (more) messages of this template. */
  send(parameters: Record<string, unknown>): Record<string, unknown> {
    const { touser, template_id: templateId, page, data, miniprogram_state: state, lang } = parameters
    if (typeof touser !== 'string' || touser === '') return { errcode: 40003, errmsg: 'invalid openid' }
    if (typeof templateId !== 'string' || templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' }
    if (page !== undefined && (typeof page !== 'string' || page.startsWith('/'))) {
      return { errcode: 41030, errmsg: 'invalid page: no leading "/"' }
    }
    if (state !== undefined && !STATES.includes(String(state))) {
      return { errcode: 40097, errmsg: 'invalid args: miniprogram_state must be developer, trial or formal' }
    }
    if (lang !== undefined && !LANGUAGES.includes(String(lang))) {
      return { errcode: 40097, errmsg: `invalid args: lang must be one of ${LANGUAGES.join(', ')}` }
    }
    const problem = templateDataProblem(data)
    if (problem !== undefined) return { errcode: 47003, errmsg: `argument invalid! ${problem}` }
    const entry = this.#entry(touser, templateId)
    if (entry.left < 1) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    entry.left -= 1
    return { errcode: 0, errmsg: 'ok' }
  }

  #entry(openid: string, templateId: string): Acceptances {
    const key = JSON.stringify([openid, templateId])
    const entry = this.#ledger.get(key) ?? { openid, templateId, left: 0 }
    this.#ledger.set(key, entry)
    return entry
  }
}
