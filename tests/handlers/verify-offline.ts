import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const verifier = new URL('../../tools/verify-draw.mjs', import.meta.url).pathname

/** What the offline verifier says of a file with this text. It throws when something disagrees. */
export function verifyOffline(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  try {
    writeFileSync(join(folder, 'draws.json'), text)
    return execFileSync(process.execPath, [verifier, join(folder, 'draws.json')], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
