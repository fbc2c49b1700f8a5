/** What a finger reaches: the dialog or sheet above the page where one is open, else the page on top. */
export function scope(): Element {
  const sheets = [...document.querySelectorAll('wx-root-portal, [aria-modal="true"]')].filter(isShown)
  const pages = [...document.querySelectorAll('.wechat-scroller')].filter(isShown)
  const found = sheets.at(-1) ?? pages.at(-1)
  if (!found) throw new Error('no page is shown')
  return found
}

/** Whether anything of the element, or of what stands in it, takes up room and can be seen. */
export function isShown(element: Element): boolean {
  if (getComputedStyle(element).visibility === 'hidden') return false
  if (element.getClientRects().length > 0) return true
  return getComputedStyle(element).display === 'contents' && [...element.children].some(isShown)
}

/** WeChat's own nodes: what a component of the host consists of inside does not count. */
export const isNode = (element: Element): boolean => element.tagName.includes('-')

/** A short name for a report: what a screen reader says of it, its text, or its class. */
export function nameOf(element: Element): string {
  const said = element.getAttribute('aria-label') || element.textContent || element.className
  const text = String(said).replace(/\s+/g, ' ').trim()
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

export interface PieceOfText {
  node: Text
  parent: Element
}

/** Every text that can be seen. What is there for screen readers only, in a box of one pixel, is not. */
export function shownTexts(root: Element): PieceOfText[] {
  const found: PieceOfText[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (!(node instanceof Text) || !parent || node.data.trim() === '') continue
    if (parent.getClientRects().length > 0 && !isForScreenReaders(parent, root) && isShown(parent))
      found.push({ node, parent })
  }
  return found
}

function isForScreenReaders(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    if (getComputedStyle(at).clipPath !== 'none' && at.clientWidth <= 1) return true
  return false
}
