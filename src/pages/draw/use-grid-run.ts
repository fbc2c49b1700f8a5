import { useEffect, useRef, useState } from 'react'
import { prefersReducedMotion } from '@/cloud/platform'
import type { DrawRun } from './draw-machine'
import { cruiseDelay, landingDelays } from './grid-run'

const CELLS = 8
/** With reduced motion nothing runs; the answer fades in after this pause, ms. */
const QUIET_PAUSE = 400
/** How long the light rests on its cell before the sheet rises, ms. */
const REST = 450

/** The cell on which the light stands while a draw runs; null when there is none. Calls `onLanded` once it has stopped. */
export function useGridRun(run: DrawRun, onLanded: () => void): { lit: number | null; stopped: boolean } {
  const [lit, setLit] = useState<number | null>(null)
  const [stopped, setStopped] = useState(false)
  const light = useRef({ step: 0, since: 0 })
  const cell = run.kind === 'landing' ? run.cell : null

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (act: () => void, delay: number) => {
      timer = setTimeout(act, delay)
    }
    const stop = (at: number | null) => {
      setLit(at)
      setStopped(true)
      later(onLanded, REST)
    }
    const move = () => {
      light.current.step += 1
      setLit(light.current.step % CELLS)
    }
    const cruise = () =>
      later(() => {
        move()
        cruise()
      }, cruiseDelay(light.current.step))
    const land = (delays: readonly number[]) => {
      const [delay, ...rest] = delays
      if (delay === undefined) stop(cell)
      else
        later(() => {
          move()
          land(rest)
        }, delay)
    }

    if (run.kind === 'waiting') {
      light.current = { step: 0, since: Date.now() }
      setStopped(false)
      if (!prefersReducedMotion()) {
        setLit(0)
        cruise()
      }
    } else if (run.kind === 'landing') {
      const { step, since } = light.current
      if (prefersReducedMotion()) later(() => stop(cell), QUIET_PAUSE)
      else land(landingDelays(step, Date.now() - since, cell ?? step % CELLS))
    } else if (run.kind === 'refused') {
      setLit(null)
    }
    return () => clearTimeout(timer)
  }, [run.kind, cell, onLanded])

  return { lit, stopped }
}
