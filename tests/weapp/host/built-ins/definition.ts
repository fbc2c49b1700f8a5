import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import type { BuiltIn, BuiltInElement } from './built-in'

/** What glass-easel gives a component as `this`, as far as it is used here. */
interface Caller {
  _$: glassEasel.GeneralComponent
  data: Record<string, unknown>
  setData(data: Record<string, unknown>): void
  triggerEvent(name: string, detail: unknown, options?: object): void
}

const elements = new WeakMap<object, BuiltInElement>()

/** A built-in component in glass-easel's words. */
export function definitionOf(builtIn: BuiltIn) {
  const { changed } = builtIn
  return {
    properties: Object.fromEntries([...builtIn.properties, SPOKEN].map((name) => [name, null])),
    observers: [
      { fields: SPOKEN, observer: speak },
      ...(changed ? builtIn.properties : []).map((name) => ({
        fields: name,
        observer(this: Caller) {
          // Attributes arrive before the element stands in the page.
          if (elements.has(this)) changed?.(elementOf(this))
        },
      })),
    ],
    lifetimes: {
      attached(this: Caller) {
        const self = elementOf(this)
        speak.call(this)
        changed?.(self)
        builtIn.attached?.(self)
      },
    },
  }
}

/** `aria-label`, which WeChat takes on every component. */
const SPOKEN = 'ariaLabel'

function speak(this: Caller): void {
  if (!elements.has(this)) return
  const { dom, attribute } = elementOf(this)
  const label = attribute(SPOKEN)
  if (label === undefined) dom.removeAttribute('aria-label')
  else dom.setAttribute('aria-label', String(label))
}

function elementOf(caller: Caller): BuiltInElement {
  const known = elements.get(caller)
  if (known) return known
  const component = caller._$
  const dom = elementBehind(component)
  if (!dom) throw new Error('a built-in component has no element')
  const element: BuiltInElement = {
    dom,
    // By glass-easel's own query: in the window class names carry the prefix of their component.
    inner: () => elementBehind(component.getShadowRoot()?.querySelector('.inner')),
    attribute: (name) => caller.data[name] ?? undefined,
    show: (data) => caller.setData(data),
    send: (event, detail) => caller.triggerEvent(event, detail),
    onTap: (act) =>
      component.addListener('tap', (event: { getOriginalEvent?(): unknown }) => {
        const original = event.getOriginalEvent?.()
        return act(original instanceof Event ? original.target : null)
      }),
    identity: () => ({ id: component.id, dataset: { ...component.dataset } }),
  }
  elements.set(caller, element)
  return element
}

/** The window's element of one of glass-easel's. */
export function elementBehind(node: { $$?: unknown } | null | undefined): HTMLElement | null {
  const element = node?.$$
  return element instanceof HTMLElement ? element : null
}
