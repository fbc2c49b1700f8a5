import { cruise, type Flash, flashesOf, landingDelays, stepAt } from './grid-run'

/** The `animation` of each of the grid's cells; its keyframes are in NineGrid.scss. Style sheets move the light, not the page. */
export type CellAnimations = readonly string[]

export const atRest: CellAnimations = []

/** A light goes out slowly: it leaves a short trail. */
const trail = 1.4
const LANDS_MS = 400

const flash =
  (name: string) =>
  ({ at, lasts }: Flash) =>
    `${name} ${Math.round(lasts * trail)}ms linear ${Math.round(at)}ms`

/** From the press of the button until the cloud answers. */
export function whileWaiting(): CellAnimations {
  const { firstRound, laterRounds, roundLasts } = cruise()
  return firstRound.map((first, cell) =>
    [
      flash('cell-starts')(first),
      `cell-cruises ${roundLasts}ms linear ${laterRounds[cell]?.at ?? 0}ms infinite`,
    ].join(),
  )
}

/** The way to `target`, and how long it is, ms. With no target the light only stops. @param elapsed ms since the run began */
export function landing(elapsed: number, target: number | null): { animations: CellAnimations; lasts: number } {
  const step = stepAt(elapsed)
  const delays = landingDelays(step, elapsed, target ?? step % 8)
  const lasts = delays.reduce((sum, delay) => sum + delay, 0)
  const animations = flashesOf(step, delays).map((flashes, cell) =>
    [...flashes.map(flash('cell-flashes')), ...(cell === target ? [lands(lasts)] : [])].join(),
  )
  return { animations, lasts }
}

/** Nothing runs: the cell that was hit shows itself after a pause, ms. */
export function appearing(pause: number, target: number | null): { animations: CellAnimations; lasts: number } {
  const animations = Array.from({ length: 8 }, (_, cell) => (cell === target ? lands(pause) : ''))
  return { animations, lasts: pause }
}

/** The cell that was hit, for as long as the next draw has not begun. */
const lands = (after: number) => `cell-lands ${LANDS_MS}ms ease-out ${after}ms forwards`
