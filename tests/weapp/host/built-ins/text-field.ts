import type { BuiltInElement, MakeBuiltIn } from './built-in'
import { beField } from './fields'
import { onPress } from './press'

/** What a phone's keyboard covers of the page, px. */
const keyboardHeight = 291

const fieldOf = (self: BuiltInElement) => {
  const inner = self.inner()
  return inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement ? inner : null
}

/** `<input>` and `<textarea>`: at most `maxlength` characters (140 unless told, -1 for any number), events as typing goes on. */
export const textField: MakeBuiltIn = (weChat) => ({
  properties: [
    ...['value', 'type', 'password', 'placeholder', 'placeholderStyle', 'placeholderClass', 'disabled', 'maxlength'],
    ...['cursorSpacing', 'focus', 'confirmType', 'confirmHold', 'cursor', 'selectionStart', 'selectionEnd', 'name'],
    ...['adjustPosition', 'holdKeyboard', 'autoHeight', 'autoFocus', 'fixed', 'showConfirmBar'],
    ...['disableDefaultPadding', 'alwaysEmbed', 'autoFill', 'cursorColor', 'adjustKeyboardTo'],
  ],
  attached(self) {
    const field = fieldOf(self)
    if (!field) return
    field.addEventListener('input', (event) => {
      event.stopPropagation()
      const most = Number(self.attribute('maxlength') ?? 140)
      if (most >= 0 && field.value.length > most) field.value = field.value.slice(0, most)
      // The component keeps what was typed as its own value: another attribute that changes must not bring the old one back.
      self.show({ value: field.value })
      self.send('input', { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 })
      if (self.attribute('autoHeight')) grow(self, field)
    })
    field.addEventListener('focus', () => {
      self.send('focus', { value: field.value, height: keyboardHeight })
      self.send('keyboardheightchange', { height: keyboardHeight, duration: 0 })
    })
    field.addEventListener('blur', () => {
      self.send('blur', { value: field.value, cursor: field.value.length })
      self.send('keyboardheightchange', { height: 0, duration: 0 })
    })
    field.addEventListener('keydown', (event) => {
      const enter = event instanceof KeyboardEvent && event.key === 'Enter'
      const sends = field instanceof HTMLInputElement || String(self.attribute('confirmType') ?? 'return') !== 'return'
      if (enter && sends) self.send('confirm', { value: field.value })
    })
    onPress(self, () => field.focus())
    beField(self, {
      value: () => field.value,
      empty: () => {
        field.value = ''
        self.show({ value: '' })
      },
    })
    if (self.attribute('type') === 'nickname') weChat.report('wx', 'the host does not imitate <input type="nickname">')
    if (self.attribute('autoFocus')) field.focus()
  },
  changed(self) {
    const field = fieldOf(self)
    if (!field) return
    const value = String(self.attribute('value') ?? '')
    if (field.value !== value) field.value = value
    field.inputMode = keyboards[String(self.attribute('type') ?? 'text')] ?? 'text'
    if (self.attribute('focus') === true && document.activeElement !== field) field.focus()
    if (self.attribute('autoHeight')) grow(self, field)
  },
})

/** Which keyboard a phone brings up: WeChat checks nothing of what is typed or pasted. */
const keyboards: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

const heights = new WeakMap<HTMLElement, number>()
function grow(self: BuiltInElement, field: HTMLElement): void {
  self.dom.style.height = 'auto'
  field.style.height = 'auto'
  const height = field.scrollHeight
  field.style.height = `${height}px`
  if (heights.get(self.dom) === height) return
  heights.set(self.dom, height)
  const line = Number.parseFloat(getComputedStyle(field).lineHeight) || height || 1
  self.send('linechange', { height, lineCount: Math.round(height / line) })
}
