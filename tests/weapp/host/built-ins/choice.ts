import type { BuiltInElement, MakeBuiltIn } from './built-in'
import { beField } from './fields'
import { onPress } from './press'

/** A box or a round mark inside a group. */
interface Choice {
  value(): string
  on: boolean
  turn(on: boolean): void
}

const choices = new WeakMap<Element, Choice>()
/** What a choice says to the group around it. */
const turned = 'wechat-turned'

function choice(tapped: (mine: Choice) => boolean): MakeBuiltIn {
  return () => ({
    properties: ['value', 'checked', 'disabled', 'color', 'name'],
    attached(self) {
      const mine = choiceOf(self)
      onPress(self, () => {
        if (tapped(mine)) self.dom.dispatchEvent(new CustomEvent(turned, { bubbles: true }))
      })
    },
    changed: (self) => choiceOf(self).turn(self.attribute('checked') === true),
  })
}

function choiceOf(self: BuiltInElement): Choice {
  const known = choices.get(self.dom)
  if (known) return known
  const made: Choice = {
    value: () => String(self.attribute('value') ?? ''),
    on: false,
    turn(on) {
      made.on = on
      self.show({ on })
    },
  }
  choices.set(self.dom, made)
  return made
}

function group(tag: string, answerOf: (chosen: string[]) => unknown, single: boolean): MakeBuiltIn {
  return () => ({
    properties: ['name'],
    attached(self) {
      const inside = () => [...self.dom.querySelectorAll(tag)].flatMap((element) => choices.get(element) ?? [])
      const value = () => answerOf(inside().flatMap((one) => (one.on ? one.value() : [])))
      self.dom.addEventListener(turned, (event) => {
        event.stopPropagation()
        const chosen = event.target instanceof Element ? choices.get(event.target) : undefined
        if (single) for (const other of inside()) if (other !== chosen) other.turn(false)
        self.send('change', { value: value() })
      })
      const empty = () => {
        for (const one of inside()) one.turn(false)
      }
      beField(self, { value, empty })
    },
  })
}

/** `<checkbox>`: a tap turns it; the group around it tells the page. */
export const checkbox = choice((mine) => {
  mine.turn(!mine.on)
  return true
})

/** `<radio>`: a tap turns it on and the others of its group off. A second tap says nothing. */
export const radio = choice((mine) => {
  if (mine.on) return false
  mine.turn(true)
  return true
})

export const checkboxGroup = group('wx-checkbox', (chosen) => chosen, false)
export const radioGroup = group('wx-radio', ([chosen = '']) => chosen, true)
