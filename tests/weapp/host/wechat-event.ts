import { glassEasel } from 'glass-easel-miniprogram-adapter'

interface Point {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
}

/** An event as WeChat hands it to a page: plain data, nothing of the browser. */
export interface WeChatEvent {
  type: string
  timeStamp: number
  detail: unknown
  target: { id: string; dataset: Record<string, unknown> }
  currentTarget: { id: string; dataset: Record<string, unknown> }
  mark: unknown
  touches: Point[]
  changedTouches: Point[]
}

type Shadowed = Parameters<glassEasel.EventListener<unknown>>[0]

const place = (element: { id?: string; dataset?: Record<string, unknown> | null }) => ({
  id: element.id ?? '',
  dataset: { ...element.dataset },
})

const points = (touches: Iterable<Point> | undefined): Point[] =>
  [...(touches ?? [])].map(({ identifier, clientX, clientY, pageX, pageY }) => ({
    ...{ identifier: identifier ?? 0, clientX, clientY, pageX, pageY },
  }))

function touchesOf(original: unknown): { touches: Point[]; changedTouches: Point[] } {
  if (typeof TouchEvent !== 'undefined' && original instanceof TouchEvent)
    return {
      touches: points(Array.from(original.touches)),
      changedTouches: points(Array.from(original.changedTouches)),
    }
  if (original instanceof MouseEvent) {
    const { clientX, clientY, pageX, pageY } = original
    const finger = { identifier: 0, clientX, clientY, pageX, pageY }
    return { touches: [], changedTouches: [finger] }
  }
  return { touches: [], changedTouches: [] }
}

/** A browser's own event has a DOM event for its detail; WeChat's tap says where. */
function detailOf(event: Shadowed): unknown {
  const { detail } = event
  if (!(event.getOriginalEvent?.() instanceof Event)) return JSON.parse(JSON.stringify(detail ?? {}))
  if (typeof detail === 'object' && detail !== null && 'x' in detail && 'y' in detail)
    return { x: detail.x, y: detail.y }
  return {}
}

export const isFrameworkEvent = (value: unknown): value is Shadowed => value instanceof glassEasel.Event

export function weChatEvent(event: Shadowed): WeChatEvent {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    detail: detailOf(event),
    target: place(event.target),
    currentTarget: place(event.currentTarget),
    mark: event.mark,
    ...touchesOf(event.getOriginalEvent?.()),
  }
}
