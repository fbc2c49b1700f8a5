import { makePoster, reportShare, reportVisit } from '#contract/draw-chances'
import type { OutputOf } from '#contract/operation'
import { callPatiently } from './call'
import { useReading } from './use-reading'

export type Poster = OutputOf<typeof makePoster>

/** The share sheet was opened. Safe to repeat: a share credits once a day at most. */
export const sendShareOpened = (shareId: string) => callPatiently(reportShare, { shareId })

/** The page was entered through somebody's shared link. Safe to repeat: a visit credits once, and a lost one is the sharer's loss. */
export const sendVisit = (shareId: string, scene: number) => callPatiently(reportVisit, { shareId, scene })

/** The customer's own poster of today with its 小程序码. */
export const usePoster = () => useReading(makePoster, {})
