import { useSyncExternalStore } from 'react'

/**
 * Whether the cloud still takes this browser's session. When it ends, the page stays as it is behind the login, with all
 * that was typed in it.
 */
let ended = false
const listeners = new Set<() => void>()

function set(next: boolean): void {
  if (ended === next) return
  ended = next
  for (const listener of listeners) listener()
}

/** The cloud said that nobody is signed in. */
export const sessionEnded = (): void => set(true)
/** Somebody has logged in. */
export const sessionBegan = (): void => set(false)

export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ended,
  )
