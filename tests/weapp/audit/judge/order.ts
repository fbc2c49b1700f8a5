import type { Jump } from '../measurements'
import type { Finding } from './breach'

/** A page is read from the top to the bottom. */
export const judgeOrder = (jumps: readonly Jump[]): Finding[] =>
  jumps.map(({ from, to }) => ({
    what: `reading order: after “${from}”`,
    measured: `back up to “${to}”`,
    allowed: 'downwards or to the right',
  }))
