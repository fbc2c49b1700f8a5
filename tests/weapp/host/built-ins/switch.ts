import type { MakeBuiltIn } from './built-in'

/** `<switch>`: a tap turns it, and the page is told. */
export const switchControl: MakeBuiltIn = () => {
  const states = new WeakMap<HTMLElement, boolean>()
  return {
    properties: ['checked', 'disabled', 'type', 'color', 'name'],
    attached: (self) =>
      self.onTap(() => {
        if (self.attribute('disabled')) return false
        const on = !states.get(self.dom)
        states.set(self.dom, on)
        self.show({ on })
        self.send('change', { value: on })
        return undefined
      }),
    changed(self) {
      const on = self.attribute('checked') === true
      states.set(self.dom, on)
      self.show({ on })
    },
  }
}
