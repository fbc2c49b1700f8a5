import { type Day, formatDay } from '#values/days'
import {
  type MessagePart,
  type MessageTemplate,
  messageTemplates,
  TEMPLATE_FIELD,
  TEMPLATE_ID,
  type TemplateOfAccount,
} from '#values/message-templates'
import { cloud } from './cloud'

/** What a message says. */
export interface MessageContent {
  prize: string
  on: Day
  note: string
}

interface Configured {
  templateId: string
  /** WeChat's field for each part of the content. */
  fields: Record<MessagePart, string>
}

/**
 * SUBSCRIBE_MESSAGES is JSON: `{"collect-reminder": {"templateId": "…", "prize": "thing1", "on": "date2", "note": "thing3"}, …}`. A template
 * that it does not name is not sent; empty, none is. The deployment sets it from deploy.yaml (docs/go-live.md).
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
    const textOf = (key: keyof TemplateOfAccount, form: RegExp): string => {
      const value: unknown = Reflect.get(entry, key)
      if (typeof value !== 'string' || !form.test(value)) throw wrong(`has no good ${key} for ${template}`)
      return value
    }
    const field = (part: MessagePart) => textOf(part, TEMPLATE_FIELD)
    const fields = { prize: field('prize'), on: field('on'), note: field('note') }
    configured.set(template, { templateId: textOf('templateId', TEMPLATE_ID), fields })
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
function dayFor(field: string, on: Day): string {
  const day = formatDay(on, true).replace(/ /g, '')
  return field.startsWith('time') ? `${day} 23:59` : day
}
