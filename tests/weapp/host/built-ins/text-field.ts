import type { BuiltInElement, MakeBuiltIn } from './built-in'

const fieldOf = (self: BuiltInElement) => {
  const inner = self.inner()
  return inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement ? inner : null
}

/** `<input>` and `<textarea>`: at most `maxlength` characters (140 unless told, -1 for any number), events as typing goes on. */
export const textField: MakeBuiltIn = () => ({
  properties: [
    ...['value', 'type', 'password', 'placeholder', 'placeholderStyle', 'placeholderClass', 'disabled', 'maxlength'],
    ...['cursorSpacing', 'focus', 'confirmType', 'confirmHold', 'cursor', 'selectionStart', 'selectionEnd', 'name'],
    ...[
      'adjustPosition',
      'holdKeyboard',
      'autoHeight',
      'autoFocus',
      'fixed',
      'showConfirmBar',
      'disableDefaultPadding',
    ],
  ],
  attached(self) {
    const field = fieldOf(self)
    if (!field) return
    field.addEventListener('input', (event) => {
      event.stopPropagation()
      const most = Number(self.attribute('maxlength') ?? 140)
      if (most >= 0 && field.value.length > most) field.value = field.value.slice(0, most)
      self.send('input', { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 })
    })
    field.addEventListener('focus', () => self.send('focus', { value: field.value, height: 0 }))
    field.addEventListener('blur', () => self.send('blur', { value: field.value, cursor: field.value.length }))
    field.addEventListener('keydown', (event) => {
      const enter = event instanceof KeyboardEvent && event.key === 'Enter'
      if (enter && field instanceof HTMLInputElement) self.send('confirm', { value: field.value })
    })
  },
  changed(self) {
    const field = fieldOf(self)
    const value = String(self.attribute('value') ?? '')
    if (field && field.value !== value) field.value = value
  },
})
