import type { BuiltInElement, MakeBuiltIn } from './built-in'
import { beField } from './fields'
import { type Drums, drumsOf } from './picker-drums'
import { onPress } from './press'

/** `<picker>`: a tap opens WeChat's own drums; the page hears of each turn of a drum, and of how it ended. */
export const picker: MakeBuiltIn = (weChat) => {
  const open = new WeakMap<HTMLElement, { redraw(): void }>()
  return {
    properties: [
      ...['mode', 'disabled', 'range', 'rangeKey', 'value', 'start', 'end', 'fields', 'customItem', 'name'],
      ...['headerText', 'level'],
    ],
    attached(self) {
      onPress(self, () => {
        const { drums, problem } = known(self)
        if (!drums) return weChat.report('wx', problem)
        const sheet = weChat.openDrums({
          title: String(self.attribute('headerText') ?? ''),
          chosen: drums.at(self.attribute('value')),
          // Asked anew each time: a page may change the next column when one is turned.
          columns: (chosen) => known(self).drums?.columns(chosen) ?? [],
          turned: (column, value) => drums.tellsTurns && self.send('columnchange', { column, value }),
          done(chosen) {
            const detail = (known(self).drums ?? drums).detail(chosen)
            self.show({ value: detail.value })
            self.send('change', detail)
          },
          cancelled: () => self.send('cancel', {}),
        })
        open.set(self.dom, sheet)
      })
      beField(self, {
        value: () => self.attribute('value') ?? null,
        empty: () => self.show({ value: null }),
      })
    },
    changed: (self) => open.get(self.dom)?.redraw(),
  }
}

function known(self: BuiltInElement): { drums: Drums; problem: '' } | { drums: null; problem: string } {
  const mode = String(self.attribute('mode') || 'selector')
  const make = drumsOf[mode]
  if (!make) return { drums: null, problem: `the host does not imitate <picker mode="${mode}">` }
  return { drums: make((name) => self.attribute(name)), problem: '' }
}
