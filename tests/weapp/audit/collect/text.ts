import type { Box, CutText, Overlap } from '../measurements'
import { type PieceOfText, scope, shownTexts } from './scope'

/** Ink reaches about this far from the middle of a line, in font sizes; a line's own box reaches further. */
const inkReach = 0.42

interface Line {
  text: string
  node: Text
  layer: Element | null
  box: Box
}

const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 24)

/** Texts that a box hides a part of, or that reach over the page's edge. Dots at the end are meant; what moves comes by. */
export function cutTexts(): CutText[] {
  const root = scope()
  const width = window.innerWidth
  return shownTexts(root).flatMap((piece) => {
    const clip = clipping(piece.parent, root)
    const lines = linesOf(piece)
    const right = Math.max(...lines.map(({ box }) => box.left + box.width))
    const bottom = Math.max(...lines.map(({ box }) => box.top + box.height))
    if (clip === 'meant' || lines.length === 0) return []
    const edge = clip?.getBoundingClientRect()
    const beyond = {
      right: right - Math.min(width, clip && hides(clip, 'overflowX') && edge ? edge.right : width),
      below: clip && hides(clip, 'overflowY') && edge ? bottom - edge.bottom : 0,
    }
    return beyond.right > 0 || beyond.below > 0 ? [{ text: short(piece.node.data), beyond }] : []
  })
}

/** Texts that stand over each other, by lines. */
export function overlaps(): Overlap[] {
  const root = scope()
  const lines = shownTexts(root)
    .filter(({ parent }) => clipping(parent, root) !== 'meant')
    .flatMap(linesOf)
  return lines.flatMap((line, index) =>
    lines.slice(index + 1).flatMap((other): Overlap[] => {
      if (other.node === line.node || other.layer !== line.layer) return []
      const by = common(line.box, other.box)
      return by.width > 0 && by.height > 0 ? [{ texts: [short(line.text), short(other.text)], by }] : []
    }),
  )
}

const common = (one: Box, other: Box) => ({
  width: Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left),
  height: Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top),
})

function linesOf({ node, parent }: PieceOfText): Line[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const reach = Number.parseFloat(getComputedStyle(parent).fontSize) * inkReach
  const layer = fixedAround(parent)
  // What a list has scrolled out of its window is neither cut off nor in the way.
  const list = parent.closest('wx-scroll-view')?.getBoundingClientRect()
  return [...range.getClientRects()]
    .filter(({ width, top, bottom }) => width > 0 && (!list || (top >= list.top && bottom <= list.bottom)))
    .map(({ left, top, width, height }) => ({
      text: node.data,
      node,
      layer,
      box: { left, width, top: top + height / 2 - reach, height: reach * 2 },
    }))
}

/** The nearest box that hides what does not fit, `meant` when it is made to: dots at the end, or content that moves. */
function clipping(element: Element, root: Element): Element | 'meant' | null {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    const { animationIterationCount, textOverflow } = getComputedStyle(at)
    if (animationIterationCount.includes('infinite') || textOverflow === 'ellipsis') return 'meant'
    if (at.matches('wx-scroll-view')) return null
    if (hides(at, 'overflowX') || hides(at, 'overflowY')) return at
  }
  return null
}

const hides = (element: Element, axis: 'overflowX' | 'overflowY') =>
  /^(hidden|clip)$/.test(getComputedStyle(element)[axis])

function fixedAround(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (getComputedStyle(at).position === 'fixed') return at
  return null
}
