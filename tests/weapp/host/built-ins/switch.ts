import type { BuiltInElement, MakeBuiltIn } from './built-in'
import { beField } from './fields'
import { onPress } from './press'

/** `<switch>`: a tap turns it, and the page is told. */
export const switchControl: MakeBuiltIn = () => {
  const states = new WeakMap<HTMLElement, boolean>()
  const turn = (self: BuiltInElement, on: boolean) => {
    states.set(self.dom, on)
    self.show({ on })
  }
  return {
    properties: ['checked', 'disabled', 'type', 'color', 'name'],
    attached(self) {
      const isOn = () => states.get(self.dom) === true
      onPress(self, () => {
        turn(self, !isOn())
        self.send('change', { value: isOn() })
      })
      beField(self, { value: isOn, empty: () => turn(self, false) })
    },
    changed: (self) => turn(self, self.attribute('checked') === true),
  }
}
