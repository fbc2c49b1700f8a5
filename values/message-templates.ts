/** WeChat's subscription messages (订阅消息) as the campaign knows them; which of the account's templates each is, deploy.yaml says. */
export const messageTemplates = ['collect-reminder', 'prize-progress'] as const
export type MessageTemplate = (typeof messageTemplates)[number]

/** What a message says, each part in a field of the template: the prize or gift, the day that matters, a note. */
export type MessagePart = 'prize' | 'on' | 'note'

/** Which of the account's templates it is, and its field for each part: `thing1`, `date2`. */
export type TemplateOfAccount = Record<'templateId' | MessagePart, string>

export const TEMPLATE_ID = /^[\w-]{20,64}$/
export const TEMPLATE_FIELD = /^[a-z_]+\d+$/
