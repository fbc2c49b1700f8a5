import type { Host } from './host/host'

const patience = 10_000
const pause = () => new Promise((resolve) => setTimeout(resolve, 10))

/** Asks until there is an answer that is neither null nor false. @throws Error with what the screen says instead */
export async function until<Answer>(host: Host, what: string, ask: () => Answer | null | false): Promise<Answer> {
  const deadline = Date.now() + patience
  for (;;) {
    const answer = ask()
    if (answer !== null && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`${what}: not within ${patience} ms. The page says: ${textOf(host)}`)
    await pause()
  }
}

/** All words of the page on top, without spaces. jsdom has no layout: what is hidden by style counts too. */
export const textOf = (host: Host): string => (host.pages.top.element.textContent ?? '').replace(/\s/g, '')

export const seeOn = (host: Host, text: string): Promise<true> =>
  until(host, `“${text}”`, () => textOf(host).includes(text.replace(/\s/g, '')))

const named = (element: Element): string =>
  (element.getAttribute('aria-label') || element.textContent || '').replace(/\s/g, '')

/** What WeChat itself has put above the page, where a finger gets to nothing else. */
const isDialog = (element: Element) => element.matches('.wechat-drums, .wechat-veil')

/** The innermost element that carries this label. */
export function labelled(host: Host, label: string): Element | null {
  const wanted = label.replace(/\s/g, '')
  const dialogs = [...document.body.children].filter(isDialog)
  const all = [...dialogs, host.pages.top.element].flatMap((top) => [...top.querySelectorAll('*')].reverse())
  return all.find((element) => named(element) === wanted) ?? null
}

/** A finger taps what carries this label, as soon as it is there. */
export async function tapOn(host: Host, label: string): Promise<void> {
  const element = await until(host, `something to tap named “${label}”`, () => labelled(host, label))
  for (const type of ['mousedown', 'mouseup', 'click'])
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 1, clientY: 1 }))
}

/** Opens a picker and turns its drums to these entries, one after the other. */
export async function chooseFrom(host: Host, label: string, ...entries: string[]): Promise<void> {
  for (const one of [label, ...entries, '确定']) await tapOn(host, one)
}
