import { isShown } from './scope'

/** Every grey block that stands for something to come is named so. */
const waiting = '[class*="skeleton"]'

let stoodAt: number | null = null

/** Whether the first screen of the page on top is there: something to read, and no skeleton in sight. */
export function contentStands(): boolean {
  const page = [...document.querySelectorAll<HTMLElement>('.wechat-scroller')].filter(isShown).at(-1)
  if (!page || (page.textContent ?? '').trim() === '') return false
  const { bottom } = page.getBoundingClientRect()
  return ![...page.querySelectorAll(waiting)].some(
    (skeleton) => isShown(skeleton) && skeleton.getBoundingClientRect().top < bottom,
  )
}

/** Looks at each change of the document until the content stands. */
export function watchForContent(): void {
  const watch = new MutationObserver(() => {
    if (!contentStands()) return
    stoodAt = performance.now()
    watch.disconnect()
  })
  watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
}

/** From the start of the mini-program's process to its first content, ms; null while it is not there. */
export function contentAfter(): number | null {
  const started = performance.getEntriesByName('weapp-start')[0]
  return stoodAt === null || !started ? null : stoodAt - started.startTime
}
