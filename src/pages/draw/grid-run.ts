/** How the light runs round the grid's eight outer cells. Times in ms; a step moves the light by one cell. */
const CELLS = 8
const CRUISE = 70
const SPEEDING_UP = [170, 140, 115, 95, 80]
const SLOWING_DOWN = [85, 100, 120, 145, 175, 210, 250, 300]
/** A run with a prompt answer lasts from here to here and less than one more round. */
const SHORTEST_RUN = 2_200

const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0)

/** How long the light stays on its `step`-th cell while the cloud has not answered: it speeds up, then keeps its speed. */
export function cruiseDelay(step: number): number {
  return SPEEDING_UP[step] ?? CRUISE
}

/**
 * The steps that are left once the cloud has answered, so that the light slows down and stops on `target`.
 * @param step steps taken so far; the light stands on cell `step % 8`
 * @param elapsed ms since the run began
 */
export function landingDelays(step: number, elapsed: number, target: number): number[] {
  const delays: number[] = []
  let passed = elapsed
  const stopsAt = () => (step + delays.length + SLOWING_DOWN.length) % CELLS
  while (stopsAt() !== target || passed + sum(SLOWING_DOWN) < SHORTEST_RUN) {
    const delay = cruiseDelay(step + delays.length)
    delays.push(delay)
    passed += delay
  }
  return [...delays, ...SLOWING_DOWN]
}

/** How many steps the light has taken after so many ms without an answer. */
export function stepAt(elapsed: number): number {
  let left = elapsed
  for (const [step, delay] of SPEEDING_UP.entries()) {
    if (left < delay) return step
    left -= delay
  }
  return SPEEDING_UP.length + Math.floor(left / CRUISE)
}

/** A cell is lit once: from `at`, for so long. */
export interface Flash {
  at: number
  lasts: number
}

/** When each cell is lit on the way of `delays`, the first of which the light spends on the cell of `step`. */
export function flashesOf(step: number, delays: readonly number[]): Flash[][] {
  const cells: Flash[][] = Array.from({ length: CELLS }, () => [])
  let at = 0
  for (const [index, lasts] of delays.entries()) {
    cells[(step + index) % CELLS]?.push({ at, lasts })
    at += lasts
  }
  return cells
}

/** The run without an answer: one round that speeds up, then round after round at one speed, the same for each cell. */
export function cruise(): { firstRound: Flash[]; laterRounds: Flash[]; roundLasts: number } {
  const rounds = flashesOf(
    0,
    Array.from({ length: 2 * CELLS }, (_, step) => cruiseDelay(step)),
  )
  return {
    firstRound: rounds.flatMap(([first]) => first ?? []),
    laterRounds: rounds.flatMap(([, second]) => second ?? []),
    roundLasts: CELLS * CRUISE,
  }
}
