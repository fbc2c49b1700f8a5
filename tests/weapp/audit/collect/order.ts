import type { Jump } from '../measurements'
import { scope, shownTexts } from './scope'

/**
 * Places where a screen reader, which follows the document, goes back up to a text that stands above the last one and not
 * beside it. What is laid over the page or moves has no place in its order.
 */
export function jumps(): Jump[] {
  const root = scope()
  const texts = shownTexts(root)
    .filter(({ parent }) => !isOutOfFlow(parent, root))
    .map(({ node }) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return { text: node.data.trim().slice(0, 24), box: range.getBoundingClientRect(), list: listAround(node) }
    })
    // What a list has scrolled out of its window has no place on the screen.
    .filter(({ box, list }) => !list || (box.top >= list.top && box.bottom <= list.bottom))
  return texts.slice(1).flatMap((next, index): Jump[] => {
    const last = texts[index]
    if (!last || next.box.bottom > last.box.top + 1 || next.box.left >= last.box.right - 1) return []
    return [{ from: last.text, to: next.text }]
  })
}

const listAround = (node: Text) => node.parentElement?.closest('wx-scroll-view')?.getBoundingClientRect()

function isOutOfFlow(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    const { position, animationIterationCount } = getComputedStyle(at)
    if (at.matches('[aria-hidden="true"]') || animationIterationCount.includes('infinite')) return true
    if (position === 'absolute' && !at.matches('wx-root-portal *')) return true
  }
  return false
}
