import { readTemplates } from '#store/subscribe-message'
import type { MessageTemplate } from '#values/message-templates'

/** The message that may be asked for on a tap; empty where none is set up. */
export function askable(template: MessageTemplate): { template: string; templateId: string }[] {
  const found = readTemplates().get(template)
  return found ? [{ template, templateId: found.templateId }] : []
}
