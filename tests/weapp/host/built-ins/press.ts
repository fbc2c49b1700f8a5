import type { BuiltInElement } from './built-in'

const pressed = 'wechat-press'

/** Acts on a tap, and on a tap on the label around or elsewhere that names it. Deaf while disabled. */
export function onPress(self: BuiltInElement, act: () => void): void {
  const press = (): boolean | undefined => {
    if (self.attribute('disabled')) return false
    act()
    return undefined
  }
  self.onTap(press)
  self.dom.addEventListener(pressed, press)
}

/** What a tap on a label does to its control. */
export const press = (control: Element): boolean => control.dispatchEvent(new CustomEvent(pressed))
