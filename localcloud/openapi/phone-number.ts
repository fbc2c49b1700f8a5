import { createHash, randomUUID } from 'node:crypto'

const CODE_LIFE_MS = 5 * 60 * 1000

/** A code that the phone-number button gave out. Times are the cloud's clock. */
export interface PhoneCode {
  code: string
  phone: string
  openid?: string
  issuedAt: number
  usedAt?: number
}

/** What stands behind `<button open-type="getPhoneNumber">`: one-time codes, good for five minutes, and the number of each. */
export class PhoneCodes {
  readonly #codes = new Map<string, PhoneCode>()
  readonly #phones = new Map<string, string>()

  constructor(
    readonly now: () => number,
    readonly appid: string,
  ) {}

  /** The phone bound to a person's WeChat. Nobody's unless set: an invented number that stays the same. */
  phoneOf(openid: string): string {
    return this.#phones.get(openid) ?? inventedPhone(openid)
  }

  bind(openid: string, phone: string): void {
    this.#phones.set(openid, phone)
  }

  clear(): void {
    this.#phones.clear()
    this.#codes.clear()
  }

  issue(phone: string, openid?: string): string {
    const code = randomUUID().replaceAll('-', '')
    this.#codes.set(code, { code, phone, issuedAt: this.now(), ...(openid === undefined ? {} : { openid }) })
    return code
  }

  /** Every code since the start, newest first. */
  issued(): PhoneCode[] {
    return [...this.#codes.values()].reverse()
  }

  /** phonenumber.getPhoneNumber: a code that is unknown, used or older than five minutes is 40029. */
  getPhoneNumber(parameters: Record<string, unknown>): Record<string, unknown> {
    const { code } = parameters
    const issued = typeof code === 'string' ? this.#codes.get(code) : undefined
    const now = this.now()
    if (issued === undefined || issued.usedAt !== undefined || now - issued.issuedAt > CODE_LIFE_MS) {
      return { errcode: 40029, errmsg: 'invalid code' }
    }
    issued.usedAt = now
    const { phone } = issued
    const watermark = { timestamp: Math.floor(now / 1000), appid: this.appid }
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark },
    }
  }
}

/** 138 0000 and four digits: no number that anybody was ever given. */
function inventedPhone(openid: string): string {
  const digits = createHash('sha256').update(openid).digest().readUInt32BE() % 10_000
  return `1380000${String(digits).padStart(4, '0')}`
}
