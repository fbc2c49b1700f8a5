import type { Tree } from '../measurements'
import { isNode } from './scope'

/** Nodes of the page on top, sheets included. */
export function tree(): Tree {
  const page = [...document.querySelectorAll('.wechat-scroller')].at(-1)
  const all = page ? [...page.querySelectorAll('*')].filter(isNode) : []
  return {
    nodes: all.length,
    depth: Math.max(0, ...all.map((element) => depthOf(element))),
    children: Math.max(0, ...all.map((element) => [...element.children].filter(isNode).length)),
  }
}

function depthOf(element: Element): number {
  let depth = 0
  for (let at: Element | null = element; at && !at.matches('.wechat-scroller'); at = at.parentElement)
    if (isNode(at)) depth += 1
  return depth
}
