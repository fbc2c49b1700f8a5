import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { prefersReducedMotion } from '@/cloud/platform'
import { appearing, atRest, type CellAnimations, landing, whileWaiting } from './cell-animations'
import type { DrawRun } from './draw-machine'

/** With reduced motion nothing runs; the answer fades in after this pause, ms. */
const QUIET_PAUSE = 400
/** How long the light rests on its cell before the sheet rises, ms. */
const REST = 450

/**
 * The light of a draw, as the `animation` of each cell. The page hears of it twice, when the draw begins and when the cloud
 * has answered: every step as a change of the page would be one crossing more. Calls `onLanded` once the light has stopped.
 */
export function useGridRun(run: DrawRun, onLanded: () => void): CellAnimations {
  const [animations, show] = useState(atRest)
  const [lands, setLands] = useState<number | null>(null)
  /** Null when an answer came before the page had heard of the draw. */
  const since = useRef<number | null>(null)
  const cell = run.kind === 'landing' ? run.cell : null

  // Before the page is told of the draw itself, so that both are one crossing.
  useLayoutEffect(() => {
    if (run.kind === 'waiting') {
      since.current = Date.now()
      show(prefersReducedMotion() ? atRest : whileWaiting())
    } else if (run.kind === 'landing') {
      const way = prefersReducedMotion()
        ? appearing(QUIET_PAUSE, cell)
        : landing(since.current === null ? 0 : Date.now() - since.current, cell)
      show(way.animations)
      setLands(way.lasts)
      since.current = null
      return () => setLands(null)
    } else if (run.kind === 'refused') {
      show(atRest)
    }
    return undefined
  }, [run.kind, cell])

  useEffect(() => {
    if (lands === null) return
    const timer = setTimeout(onLanded, lands + REST)
    return () => clearTimeout(timer)
  }, [lands, onLanded])

  return animations
}
