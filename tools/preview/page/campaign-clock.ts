import type { Phase } from '#contract/campaign'
import { dayOf, formatDay, formatInstant } from '#values/days'
import type { ClockStep, PreviewState } from '../state'
import { element, elements, make } from './elements'

const phaseNames: Record<Phase, string> = {
  preparation: '准备',
  'warm-up': '预热',
  running: '进行',
  collection: '领奖',
  closed: '结束',
}
const phaseTitles: Record<Phase, string> = {
  preparation: '准备期',
  'warm-up': '预热期',
  running: '进行中',
  collection: '领奖期',
  closed: '已结束',
}
const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** `9/8`: there is little room under the road. */
function shortDay(at: number | null): string {
  if (at === null) return ''
  const [, month, date] = dayOf(at).split('-').map(Number)
  return `${month}/${date}`
}

export function showClock({ now, phase, phases }: PreviewState): void {
  const on = dayOf(now)
  const weekday = weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()]
  const time = formatInstant(now).slice(11)
  element('#time', HTMLElement).textContent = time
  element('#phone-time', HTMLElement).textContent = time
  element('#date', HTMLElement).textContent = `${formatDay(on, true)} 周${weekday}`
  element('#phase', HTMLElement).textContent = phaseTitles[phase]
  const present = phases.findIndex((each) => each.phase === phase)
  const stops = phases.map((each, index) => {
    const state = index < present ? 'past' : index === present ? 'present' : 'to-come'
    return make('li', state, phaseNames[each.phase], make('small', '', shortDay(each.from)))
  })
  element('#road', HTMLOListElement).replaceChildren(...stops)
  const toNextPhase = element('[data-step="phase"]', HTMLButtonElement)
  toNextPhase.disabled = present === phases.length - 1
}

/** `move` is called with the step of the button that was clicked; the buttons wait until it has been made. */
export function onClockStep(move: (step: ClockStep) => Promise<void>): void {
  const buttons = elements('[data-step]')
  for (const button of buttons) {
    button.addEventListener('click', async () => {
      for (const each of buttons) each.disabled = true
      const { step } = button.dataset
      try {
        if (step === 'hour' || step === 'day' || step === 'phase') await move(step)
      } finally {
        for (const each of buttons) each.disabled = false
      }
    })
  }
}
