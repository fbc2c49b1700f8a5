import { canvasNode } from '../canvas-node'
import type { Synchronous, Wx } from './typed'
import type { WxWorld } from './world'

type Found = Record<string, unknown> | null
type Read = (element: Element) => Found

const rect: Read = (element) => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  return { left, top, right, bottom, width, height }
}

const node: Read = (element) => {
  const canvas = element.querySelector('canvas')
  return { node: canvas ? canvasNode(canvas) : {} }
}

/** `wx.createSelectorQuery` over the page on top: places and canvas nodes. Answers when the page has had its turn, all at once. */
export function selectorQuery({ pages, life }: WxWorld): Synchronous {
  const make = () => {
    const asked: (() => unknown)[] = []
    const choose = (find: (read: Read) => unknown) => {
      const ask = (read: Read) => (answered?: (found: unknown) => void) => {
        asked.push(() => {
          const found = find(read)
          answered?.(found)
          return found
        })
        return query
      }
      return { boundingClientRect: ask(rect), node: ask(node) }
    }
    const query = {
      in: () => query,
      select: (selector: string) =>
        choose((read) => {
          const [element] = pages.top.made.query(selector)
          return element ? read(element) : null
        }),
      selectAll: (selector: string) => choose((read) => pages.top.made.query(selector).map(read)),
      selectViewport: () => choose((read) => read(pages.top.window.scroller)),
      exec: (done?: (found: unknown[]) => void) => {
        life.setTimeout(() => {
          const found = asked.map((read) => read())
          done?.(found)
        })
        return query
      },
    }
    return query
  }
  return { createSelectorQuery: make as unknown as Wx['createSelectorQuery'] }
}
