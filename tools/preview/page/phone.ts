import { type PreviewPlace, pages, previewAddress } from '../address'
import { element } from './elements'
import { applyTheme, keepTypeSize, type Look } from './look'

const frame = element('#mini-program', HTMLIFrameElement)
const screen = element('.screen', HTMLElement)
const back = element('#back', HTMLButtonElement)
const singlePageBar = element('#single-page', HTMLElement)
const title = element('#page-title', HTMLElement)
const tabs: readonly string[] = [pages.draw.path, pages.mine.path]

/** WeChat's scene of the content-only page that a Moments link opens in. */
export const SINGLE_PAGE = 1154

let place: PreviewPlace = { as: null, page: pages.draw.path }
let look: Look = { theme: 'light', type: 'standard' }

/** Opens the mini-program anew, as somebody and somewhere. */
export function open(next: PreviewPlace): void {
  place = next
  keepTypeSize(look.type)
  singlePageBar.hidden = place.scene !== SINGLE_PAGE
  const address = new URL(previewAddress(place), location.href)
  // A number that changes makes the browser load the page even when only its hash differs.
  address.searchParams.set('opened', String(Date.now()))
  frame.contentWindow?.location.replace(address.href)
}

/** Goes to another page as the same person. */
export function goTo(page: string): void {
  open({ as: place.as, page })
}

/** Opens the page that is shown once more, as after a night or a change of settings. */
export function reopen(): void {
  const page = currentPage() ?? place.page
  open(page === place.page ? place : { as: place.as, page })
}

export function setLook(next: Partial<Look>): void {
  look = { ...look, ...next }
  screen.classList.toggle('dark', look.theme === 'dark')
  if (next.type) reopen()
}

function currentPage(): string | undefined {
  return frame.contentWindow?.location.hash.match(/^#\/([^?]+)/)?.[1]
}

/** Keeps title bar, back button and colours as the page in the phone wants them, and says when it is another page. */
export function followPage(changed: (page: string) => void): void {
  let shown = ''
  setInterval(() => {
    const page = currentPage()
    if (!page || !frame.contentDocument) return
    applyTheme(frame.contentDocument, look.theme)
    title.textContent = frame.contentDocument.title || '车主回馈'
    back.hidden = tabs.includes(page)
    if (page !== shown) changed(page)
    shown = page
  }, 100)
  back.addEventListener('click', () => {
    // Where the phone was opened on this page there is nothing behind it; WeChat shows the way home then.
    if (currentPage() === place.page) goTo(pages.draw.path)
    else frame.contentWindow?.history.back()
  })
}
