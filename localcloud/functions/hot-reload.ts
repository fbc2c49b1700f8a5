import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionHost } from './host'

const EVERY_MS = 300
const WATCHED = ['index.js', 'config.json']

/** Reloads functions whose build has changed, once the files have come to rest. Returns how to end it. */
export function watchFunctions(host: FunctionHost, reloaded: (names: string[]) => void): () => void {
  const seen = new Map<string, string>()
  const resting = new Map<string, string>()
  for (const name of host.names()) seen.set(name, stamp(host.options.folder, name))
  const timer = setInterval(() => {
    const changed = host.names().filter((name) => {
      const now = stamp(host.options.folder, name)
      const before = resting.get(name)
      resting.set(name, now)
      // A file that is still being written looks different each time.
      if (now === before && now !== seen.get(name)) {
        seen.set(name, now)
        return true
      }
      return false
    })
    if (changed.length === 0) return
    for (const name of changed) host.reload(name)
    reloaded(changed)
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Times and sizes of a function's files. */
function stamp(folder: string, name: string): string {
  return WATCHED.map((file) => {
    const found = statSync(join(folder, name, file), { throwIfNoEntry: false })
    return found === undefined ? 'none' : `${found.mtimeMs}:${found.size}`
  }).join(' ')
}
