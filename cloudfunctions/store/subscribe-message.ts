import { type Day, formatDay } from '#values/days'
import { cloud } from './cloud'

/** Subscription messages as the campaign knows them; which of WeChat's templates each is, SUBSCRIBE_MESSAGES says. */
export type MessageTemplate = 'collect-reminder' | 'prize-progress'

/** What a message says. A template's fields have names of WeChat's own: `thing1`, `date2`. */
export interface MessageContent {
  prize: string
  on: Day | null
  note: string
}

interface Configured {
  templateId: string
  /** WeChat's field for each part of the content. */
  fields: Record<keyof MessageContent, string>
}

export const messageTemplates: readonly MessageTemplate[] = ['collect-reminder', 'prize-progress']
const parts = ['prize', 'on', 'note'] as const

/**
 * SUBSCRIBE_MESSAGES is JSON: `{"collect-reminder": {"templateId": "…", "prize": "thing1", "on": "date2", "note": "thing3"}, …}`. A template
 * that it does not name is not sent; empty, none is (docs/go-live.md).
 * @throws Error that says what is wrong with it
 */
export function readTemplates(environment: NodeJS.ProcessEnv = process.env): Map<MessageTemplate, Configured> {
  const text = environment.SUBSCRIBE_MESSAGES ?? ''
  const configured = new Map<MessageTemplate, Configured>()
  if (text.trim() === '') return configured
  const wrong = (why: string) => new Error(`environment variable SUBSCRIBE_MESSAGES ${why}`)
  const written: unknown = parseJson(text)
  if (typeof written !== 'object' || written === null) throw wrong('is not a JSON object')
  for (const template of messageTemplates) {
    const entry: unknown = Reflect.get(written, template)
    if (entry === undefined) continue
    if (typeof entry !== 'object' || entry === null) throw wrong(`has no object for ${template}`)
    const textOf = (key: string, form: RegExp): string => {
      const value: unknown = Reflect.get(entry, key)
      if (typeof value !== 'string' || !form.test(value)) throw wrong(`has no good ${key} for ${template}`)
      return value
    }
    const [prize, on, note] = parts.map((part) => textOf(part, /^[a-z_]+\d+$/)) as [string, string, string]
    configured.set(template, { templateId: textOf('templateId', /^[\w-]{20,64}$/), fields: { prize, on, note } })
  }
  return configured
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `no-acceptance`: WeChat says that the person lets none through (43101). `failed`: it refused the message itself. */
export type Sent = 'sent' | 'no-acceptance' | 'failed'

const REFUSED_BY_PERSON = 43_101

/** Sends one message. @throws Error when WeChat cannot be asked: whether it went is not known then */
export async function sendMessage(
  { templateId, fields }: Configured,
  openid: string,
  content: MessageContent,
  page: string,
): Promise<Sent> {
  const data = {
    [fields.prize]: { value: fitting(fields.prize, content.prize) },
    [fields.on]: { value: dayFor(fields.on, content.on) },
    [fields.note]: { value: fitting(fields.note, content.note) },
  }
  try {
    await cloud.openapi.subscribeMessage.send({ touser: openid, templateId, page, data })
    return 'sent'
  } catch (error) {
    const code: unknown = error instanceof Error && 'errCode' in error ? error.errCode : null
    if (code === REFUSED_BY_PERSON) return 'no-acceptance'
    // A code below -600000 is the platform's own: time-outs and lost connections among them.
    if (typeof code === 'number' && code > 0) return 'failed'
    throw error
  }
}

/** WeChat refuses a `thing` of more than 20 characters. */
const LONGEST_THING = 20

function fitting(field: string, text: string): string {
  const characters = [...text]
  if (!field.startsWith('thing') || characters.length <= LONGEST_THING) return text
  return `${characters.slice(0, LONGEST_THING - 1).join('')}…`
}

/** A `time` must name an hour: a day's last minute. */
function dayFor(field: string, on: Day | null): string {
  if (on === null) return field.startsWith('thing') ? '请见小程序' : '—'
  const day = formatDay(on, true).replace(/ /g, '')
  return field.startsWith('time') ? `${day} 23:59` : day
}
