import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Result } from '@/cloud/call'
import type { CodeOnShow } from '@/cloud/shown-code'

export type Shown =
  | { status: 'loading' }
  /** `left`: whole seconds until the code is void; 0 when it is. */
  | { status: 'shown'; code: string; left: number }
  | { status: 'failed'; failure: Failure }

interface Received {
  code: CodeOnShow
  /** By the phone's clock, which may be wrong: only the time since is counted. */
  at: number
}

/** A short-lived code with its countdown, and the way to a new one. `ask` stays the same while its code is shown. */
export function useShownCode(ask: () => Promise<Result<CodeOnShow>>): { shown: Shown; renew: () => void } {
  const [received, setReceived] = useState<Received | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [now, setNow] = useState(0)
  const turn = useRef(0)
  const renew = useCallback(async () => {
    const asked = ++turn.current
    setFailure(null)
    setReceived(null)
    const result = await ask()
    if (asked !== turn.current) return
    if (result.ok) {
      setReceived({ code: result.data, at: Date.now() })
      setNow(Date.now())
    } else setFailure(result)
  }, [ask])
  useEffect(() => {
    void renew()
    return () => {
      turn.current += 1
    }
  }, [renew])
  useEffect(() => {
    if (!received) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [received])

  if (failure) return { shown: { status: 'failed', failure }, renew }
  if (!received) return { shown: { status: 'loading' }, renew }
  const { code, at } = received
  const left = Math.max(0, Math.ceil((code.validUntilAt - code.now - (now - at)) / 1_000))
  return { shown: { status: 'shown', code: code.code, left }, renew }
}
