import type { MakeBuiltIn } from './built-in'
import { press } from './press'

const controls = 'wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea'

/** `<label>`: a tap on it is a tap on the control that it names, or else on the first one inside. */
export const label: MakeBuiltIn = (weChat) => ({
  properties: ['for', 'name'],
  attached: (self) =>
    self.onTap((origin) => {
      const named = String(self.attribute('for') ?? '')
      const control = named === '' ? self.dom.querySelector(controls) : weChat.withId(named, self.dom)
      // A tap on the control itself has turned it already.
      if (control && !(origin instanceof Node && control.contains(origin))) press(control)
      return undefined
    }),
})
