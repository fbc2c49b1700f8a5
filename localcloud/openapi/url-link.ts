import { randomBytes } from 'node:crypto'

const QUERY = /^[\w!#$&'()*+,/:;=?@\-.~%]*$/
const QUERY_LENGTH = 1024
const DAY_MS = 24 * 60 * 60 * 1000
const LONGEST_DAYS = 30

/** A link that opens a page of the mini-program from outside WeChat. `expiresAt` is an instant of the cloud's clock. */
export interface UrlLink {
  id: string
  page: string
  query: string
  expiresAt: number
}

/** urllink.generate. The links lead back to this server, which says where they go; in production they open WeChat. */
export class UrlLinks {
  readonly #links = new Map<string, UrlLink>()

  constructor(
    readonly now: () => number,
    readonly url: () => string,
  ) {}

  find(id: string): UrlLink | undefined {
    return this.#links.get(id)
  }

  generate(parameters: Record<string, unknown>): Record<string, unknown> {
    const { path = '', query = '', expire_type: type = 0, expire_time: time, expire_interval: days } = parameters
    if (typeof path !== 'string' || path.includes('?')) return { errcode: 40165, errmsg: 'invalid weapp pagepath' }
    if (typeof query !== 'string' || query.length > QUERY_LENGTH || !QUERY.test(query)) {
      return { errcode: 40212, errmsg: 'invalid query' }
    }
    if (type !== 0 && type !== 1) return { errcode: 40097, errmsg: 'invalid args: expire_type must be 0 or 1' }
    const now = this.now()
    const expiresAt = type === 1 ? now + Number(days ?? Number.NaN) * DAY_MS : Number(time ?? Number.NaN) * 1000
    if (!(expiresAt > now && expiresAt <= now + LONGEST_DAYS * DAY_MS)) {
      return { errcode: 85401, errmsg: 'time limit between 1min and 30 days' }
    }
    const id = randomBytes(6).toString('base64url')
    this.#links.set(id, { id, page: path, query, expiresAt })
    return { errcode: 0, errmsg: 'ok', url_link: `${this.url()}/_/link/${id}` }
  }
}
