import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** The cloud's own time, in epoch milliseconds: the machine's clock plus an offset that a developer may move. */
export interface Clock {
  now(): number
  set(at: number): void
  advance(ms: number): void
  /** How far the cloud's time is ahead of the machine's, in milliseconds (negative when it is behind). */
  offset(): number
}

const Saved = v.object({ offsetMs: v.pipe(v.number(), v.safeInteger()) })

/**
 * A clock whose offset survives a restart in `<folder>/clock.json`; `':memory:'` keeps nothing.
 * `moved` is called after each change.
 */
export function openClock(folder: string, moved: () => void): Clock {
  const file = folder === ':memory:' ? undefined : join(folder, 'clock.json')
  let offsetMs = file === undefined ? 0 : readOffset(file)

  function moveTo(next: number): void {
    // Date holds ±8.64e15 ms; anything beyond would only fail later and further away.
    if (!Number.isSafeInteger(next) || Math.abs(Date.now() + next) > 8.64e15) {
      throw new RangeError('clock: the time must be whole epoch milliseconds that a Date can hold')
    }
    offsetMs = next
    if (file !== undefined) saveOffset(folder, file, offsetMs)
    moved()
  }

  return {
    now: () => Date.now() + offsetMs,
    set: (at) => moveTo(at - Date.now()),
    advance: (ms) => moveTo(offsetMs + ms),
    offset: () => offsetMs,
  }
}

function readOffset(file: string): number {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return 0 // never moved
  }
  const saved = v.safeParse(v.pipe(v.string(), v.parseJson(), Saved), text)
  if (!saved.success)
    throw new Error(`${file}: expected {"offsetMs": <whole number>}; delete the file to start at today`)
  return saved.output.offsetMs
}

function saveOffset(folder: string, file: string, offsetMs: number): void {
  mkdirSync(folder, { recursive: true })
  // Rename is atomic: a kill in the middle leaves the old offset, never half a file.
  writeFileSync(`${file}.new`, JSON.stringify({ offsetMs }))
  renameSync(`${file}.new`, file)
}
