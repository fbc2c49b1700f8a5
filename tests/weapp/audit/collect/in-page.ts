import { colours } from './colours'
import { contentAfter, contentStands, watchForContent } from './first-content'
import { jumps } from './order'
import { pictures } from './pictures'
import { alerts, spoken } from './spoken'
import { taps } from './taps'
import { cutTexts, overlaps } from './text'
import { tree } from './tree'

/** All collectors as one object of the browser's window; its own script, so that the host carries none of it. */
export const audit = {
  contentStands,
  contentAfter,
  tree,
  pictures,
  alerts,
  spoken,
  look: (name: string) => ({
    name,
    taps: taps(),
    colours: colours(),
    cut: cutTexts(),
    overlaps: overlaps(),
    jumps: jumps(),
  }),
}

declare global {
  interface Window {
    audit: typeof audit
  }
}
window.audit = audit
watchForContent()
