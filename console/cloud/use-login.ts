import { useCallback, useEffect, useRef, useState } from 'react'
import { beginLogin, pollLogin } from '#contract/console-login'
import { ensureBrowserKey, keepClock, publicPointOf } from './browser-key'
import { call, type Failure, mayPass } from './call'

/** Where a login stands. */
export type LoginState =
  | { kind: 'preparing' }
  | { kind: 'shown'; ticketId: string; number: string; code: string | null; scanned: boolean; endsAt: number }
  | { kind: 'refused' }
  | { kind: 'expired' }
  | { kind: 'failed'; failure: Failure }

/** Asked the more seldom the longer nobody scans, ms. */
const SOONEST_MS = 1_200
const LATEST_MS = 5_000
const SLOWER = 1.15

async function begin(): Promise<LoginState> {
  const key = await ensureBrowserKey()
  const askedAt = Date.now()
  const result = await call(beginLogin, { publicKey: await publicPointOf(key) })
  if (!result.ok) return { kind: 'failed', failure: result }
  const { ticketId, number, code, now, expiresAt } = result.data
  // Half of the way there and back is the way back.
  const aheadMs = Math.round(now - (askedAt + Date.now()) / 2)
  await keepClock(key, aheadMs)
  return { kind: 'shown', ticketId, number, code, scanned: false, endsAt: expiresAt - aheadMs }
}

/** Asks for a code to scan, and again and again whether somebody has confirmed it. `again` begins anew. */
export function useLogin(entered: () => void): { state: LoginState; again: () => void } {
  const [round, setRound] = useState(0)
  const [state, setState] = useState<LoginState>({ kind: 'preparing' })
  const told = useRef(entered)
  told.current = entered

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins anew
  useEffect(() => {
    let alive = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (next: LoginState) => alive && setState(next)

    const poll = async (shown: Extract<LoginState, { kind: 'shown' }>, wait: number) => {
      if (Date.now() >= shown.endsAt) return show({ kind: 'expired' })
      const result = await call(pollLogin, { ticketId: shown.ticketId })
      if (!alive) return
      if (!result.ok && !mayPass(result)) {
        return show(result.code === 'login-ticket-gone' ? { kind: 'expired' } : { kind: 'failed', failure: result })
      }
      const reached = result.ok ? result.data.state : null
      if (reached === 'entered') return told.current()
      if (reached === 'refused') return show({ kind: 'refused' })
      const now = { ...shown, scanned: shown.scanned || reached === 'scanned' }
      show(now)
      // Somebody with the telephone in hand is about to confirm.
      const next = now.scanned ? SOONEST_MS : Math.min(wait * SLOWER, LATEST_MS)
      timer = setTimeout(() => void poll(now, next), next)
    }

    setState({ kind: 'preparing' })
    void begin().then((begun) => {
      show(begun)
      if (alive && begun.kind === 'shown') timer = setTimeout(() => void poll(begun, SOONEST_MS), SOONEST_MS)
    })
    return () => {
      alive = false
      clearTimeout(timer)
    }
  }, [round])

  const again = useCallback(() => setRound((last) => last + 1), [])
  return { state, again }
}
