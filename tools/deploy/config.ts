import * as v from 'valibot'
import { parse } from 'yaml'
import { type MessagePart, type MessageTemplate, TEMPLATE_FIELD, TEMPLATE_ID } from '#values/message-templates'
import type { Problem } from './problem'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'))

const field = v.pipe(text, v.regex(TEMPLATE_FIELD, 'is not a field of a template: thing1, date2'))
const template = v.strictObject({
  templateId: v.pipe(text, v.regex(TEMPLATE_ID, 'is not the id of a template')),
  ...({ prize: field, on: field, note: field } satisfies Record<MessagePart, typeof field>),
})
/** Each one that the code sends: one that is not named here is a fault of the file. */
const messages = { 'collect-reminder': template, 'prize-progress': template } satisfies Record<
  MessageTemplate,
  typeof template
>

const configSchema = v.strictObject({
  appId: v.pipe(text, v.regex(/^wx[0-9a-f]{16}$/, 'is not an app id: wx and 16 hexadecimal digits')),
  robot: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30, 'WeChat has robots 1 to 30')),
  environments: v.record(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{2,62}$/, 'is not a CloudBase environment id')),
    v.strictObject({ region: text }),
  ),
  categories: v.pipe(
    v.array(v.strictObject({ name: text, proof: text })),
    v.minLength(1, 'lists no service category: WeChat publishes nothing without one'),
  ),
  privacy: v.array(v.strictObject({ item: text, purpose: text })),
  openApi: v.record(v.string(), v.array(text)),
  messages: v.strictObject(messages),
})

/** What may stand in git about going live: the account, its environments and what was declared to WeChat. */
export type DeployConfig = v.InferOutput<typeof configSchema>

/** Every fault of the file in one pass. */
export function parseConfig(source: string, file: string): DeployConfig | Problem[] {
  const read = readYaml(source)
  if ('fault' in read) return [{ what: `is not YAML: ${read.fault}`, where: file, mend: 'Mend the line it names.' }]
  const result = v.safeParse(configSchema, read.value)
  if (result.success) return result.output
  return result.issues.map((issue) => ({
    what: issue.message,
    where: `${file}: ${v.getDotPath(issue) ?? 'the file'}`,
    mend: 'See deploy.example.yaml for the form and its meaning.',
  }))
}

function readYaml(source: string): { value: unknown } | { fault: string } {
  try {
    return { value: parse(source) }
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}
