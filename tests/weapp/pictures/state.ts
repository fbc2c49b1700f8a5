import type { Answers } from './answers'
import type { PicturedPhone } from './pictured-phone'

/** One state of one page, and the way there. */
export interface PicturedState {
  name: string
  path: string
  /** What its link carries, where that is not the customer's own of `steps.ts`. */
  query?: string
  scene?: number
  answers?: Answers
  /** False: the first content is not waited for. */
  waits?: boolean
  act?: (phone: PicturedPhone) => Promise<void>
  /** The whole page rather than one screen of it. */
  whole?: boolean
}
