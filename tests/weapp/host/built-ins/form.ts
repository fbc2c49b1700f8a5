import type { MakeBuiltIn } from './built-in'
import { fieldsWithin } from './fields'

/** What a button inside says to its form; the event carries the button's id and dataset. */
export const formSays = { submit: 'wechat-submit', reset: 'wechat-reset' } as const

/** `<form>`: its buttons submit what all its named fields hold, or empty them. */
export const form: MakeBuiltIn = () => ({
  properties: ['reportSubmit', 'reportSubmitTimeout', 'name'],
  attached(self) {
    const { dom } = self
    const targetOf = (event: Event) => (event instanceof CustomEvent ? event.detail : {})
    dom.addEventListener(formSays.submit, (event) => {
      event.stopPropagation()
      const value = Object.fromEntries(fieldsWithin(dom).map((field) => [field.name(), field.value()]))
      self.send('submit', { value, target: targetOf(event) })
    })
    dom.addEventListener(formSays.reset, (event) => {
      event.stopPropagation()
      for (const field of fieldsWithin(dom)) field.empty()
      self.send('reset', { target: targetOf(event) })
    })
  },
})
