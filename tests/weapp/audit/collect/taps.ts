import type { TapArea } from '../measurements'
import { isShown, nameOf, scope } from './scope'

const controls = 'wx-button, wx-switch, wx-input, wx-textarea, [aria-role="button"], [aria-role="switch"]'
const roles = 'wx-button, wx-switch, wx-input, wx-textarea, [aria-role], [aria-hidden="true"]'

/** Everything that a finger can act on: controls, and whatever listens for a tap. */
export function taps(): TapArea[] {
  const root = scope()
  const found = [...root.querySelectorAll('*')].filter(
    (element) => (element.matches(controls) || listensForTaps(element)) && isShown(element) && isReached(element),
  )
  return found.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return {
      name: nameOf(element),
      hasRole: element.matches(roles),
      isNamed: element.matches('wx-input, wx-textarea') || isSpoken(element),
      box: { left, top, width, height },
      within: found.flatMap((other, index) => (other !== element && other.contains(element) ? [index] : [])),
    }
  })
}

/** The veil behind a sheet is as large as the screen and lies under everything: no finger misses it. */
const isReached = (element: Element) =>
  getComputedStyle(element).pointerEvents !== 'none' && !element.matches('[aria-hidden="true"]')

/** Whether a screen reader has words for it. */
const isSpoken = (element: Element) =>
  `${element.getAttribute('aria-label') ?? ''}${element.textContent ?? ''}`.trim() !== ''

interface FrameworkNode {
  _$eventTarget?: { listeners?: Record<string, unknown> }
}

/** Asks glass-easel, whose node hangs on each element. Taro binds taps on its other tags whether a page listens or not. */
function listensForTaps(element: Element): boolean {
  if (!element.matches('wx-view, wx-text, wx-image')) return false
  const node: FrameworkNode | undefined = '__wxElement' in element ? (element.__wxElement as FrameworkNode) : undefined
  const listeners = node?._$eventTarget?.listeners
  return listeners !== undefined && 'tap' in listeners
}
