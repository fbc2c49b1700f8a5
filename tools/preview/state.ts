import type { Phase } from '#contract/campaign'

/** What the start page is told, once a second. Instants are the cloud's clock. */
export interface PreviewState {
  title: string
  now: number
  phase: Phase
  /** The campaign's phases in order, each with its first instant; null for the one that has no beginning. */
  phases: readonly { phase: Phase; from: number | null }[]
  calls: PreviewCall[]
}

export interface PreviewCall {
  id: string
  at: number
  door: string
  /** Name of the operation where the function said it. */
  operation: string | null
  openid: string | null
  /** The SMS that would have been sent: 13800001234：012345. */
  sms: string | null
  ok: boolean
  databaseOperations: number
  durationMs: number
}

export type ClockStep = 'hour' | 'day' | 'phase'

/** A customer's link as it stands in Moments, or why there is none. */
export type SharedLink = { shareId: string } | { reason: string }
