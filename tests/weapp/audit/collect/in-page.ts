import { colours } from './colours'
import { pictures } from './pictures'
import { taps } from './taps'
import { cutTexts, overlaps } from './text'
import { tree } from './tree'

/** All collectors as one object of the browser's window; its own script, so that the host carries none of it. */
export const audit = {
  tree,
  pictures,
  look: (name: string) => ({ name, taps: taps(), colours: colours(), cut: cutTexts(), overlaps: overlaps() }),
}

declare global {
  interface Window {
    audit: typeof audit
  }
}
window.audit = audit
