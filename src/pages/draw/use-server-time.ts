import { useEffect, useRef, useState } from 'react'
import { DAY_MS } from '#values/days'

const SECOND = 1_000
const MINUTE = 60_000

/**
 * The cloud's time, moving on with the phone's: the phone's own clock may be wrong. Moves every second on the last day
 * before `until`, else every minute. Calls `onTime` once when `until` has come.
 */
export function useServerTime(serverNow: number, until: number, onTime: () => void): number {
  const [now, setNow] = useState(serverNow)
  const act = useRef(onTime)
  act.current = onTime
  useEffect(() => {
    const ahead = serverNow - Date.now()
    setNow(serverNow)
    if (serverNow >= until) return
    const timer = setInterval(
      () => {
        const current = Date.now() + ahead
        setNow(current)
        if (current < until) return
        clearInterval(timer)
        act.current()
      },
      until - serverNow > DAY_MS ? MINUTE : SECOND,
    )
    return () => clearInterval(timer)
  }, [serverNow, until])
  return now
}
