import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Claims the data folder for this process, so that a second start does not empty what the first one is using. The claim of
 * a process that was killed counts for nothing.
 * @returns gives the claim back
 * @throws Error when another process that lives holds it
 */
export function claim(file: string): () => void {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder !== process.pid && isAlive(holder)) {
      throw new Error(`It is running already (process ${holder}). Stop that one with Ctrl-C first.`)
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}
