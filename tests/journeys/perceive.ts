/**
 * Runs in the browser: what a person perceives there. Playwright sends these functions over as text, so each stands alone.
 */

/** Everything visible: texts, and the names that a screen reader speaks for things without text. Without any spaces. */
export function perceive(): string {
  const shown = (element: Element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
  const names = [...document.querySelectorAll('[aria-label]')]
    .filter(shown)
    .map((element) => element.getAttribute('aria-label') ?? '')
  // biome-ignore lint/performance/useDomNodeTextContent: only innerText leaves out what is not shown.
  return `${document.body.innerText}\n${names.join('\n')}`.replace(/\s/g, '')
}

/**
 * The element that carries the label: the innermost one whose spoken name or text is the label, else the last button
 * that begins with it. Something that a sheet covers is not there for a finger.
 */
export function findLabelled(label: string): Element | null {
  const wanted = label.replace(/\s/g, '')
  const nameOf = (element: Element) => {
    // biome-ignore lint/performance/useDomNodeTextContent: only innerText leaves out what is not shown.
    const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')
    return (element.getAttribute('aria-label') ?? text).replace(/\s/g, '')
  }
  const reachable = (element: Element) => {
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const { x, y, width, height } = element.getBoundingClientRect()
    if (width === 0 || height === 0) return false
    const hit = document.elementFromPoint(x + width / 2, y + height / 2)
    return hit !== null && (element.contains(hit) || hit.contains(element))
  }
  const named = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => ({ element, name: nameOf(element) }))
    .reverse()
  const pressable = '[role="button"], [aria-role="button"], button, wx-button, taro-button-core'
  const exact = named.filter(({ name }) => name === wanted)
  const beginning = named.filter(({ element, name }) => name.startsWith(wanted) && element.matches(pressable))
  return [...exact, ...beginning].find(({ element }) => reachable(element))?.element ?? null
}

/** The field that carries the label, or whose name begins with it: an error is spoken after the name. */
export function findField(label: string): Element | null {
  const fields = [...document.querySelectorAll('input, textarea')]
  const named = fields.map((field) => ({
    field,
    name: field.closest('[aria-label]')?.getAttribute('aria-label') ?? field.getAttribute('placeholder') ?? '',
  }))
  const shown = named.filter(({ field }) => field.getClientRects().length > 0)
  const found = shown.find(({ name }) => name === label) ?? shown.find(({ name }) => name.startsWith(label))
  return found?.field ?? null
}
