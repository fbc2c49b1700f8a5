import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Secrets of the functions' environment: 32 bytes each, hex. In production they are set in the cloud's console. */
const secretNames = ['PSEUDONYM_KEY', 'FIELD_KEY', 'LOOKUP_KEY', 'POLICY_FEED_KEY'] as const

/**
 * The functions' secrets on this machine, made once and kept in a file that only its owner can read. Data that is sealed
 * with a lost key cannot be opened again, so a key that is there is never replaced.
 */
export function readKeys(file: string): Record<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const kept = new Map(
    lines.flatMap((line): [string, string][] => {
      const [name, value] = line.split('=')
      return name && value ? [[name.trim(), value.trim()]] : []
    }),
  )
  const missing = secretNames.filter((name) => !kept.has(name))
  for (const name of missing) kept.set(name, randomBytes(32).toString('hex'))
  if (missing.length > 0) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${[...kept].map(([name, value]) => `${name}=${value}`).join('\n')}\n`, { mode: 0o600 })
  }
  return Object.fromEntries(kept)
}
