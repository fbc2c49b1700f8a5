import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file under the given paths, tests left out, in a fixed order. Paths that do not exist count as empty. */
function sourceFiles(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return /\.test\.[cm]?tsx?$/.test(path) ? [] : [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => sourceFiles(join(path, name)))
}

/**
 * A digest of what a build is made from: names and contents, so that a fresh checkout with new file dates or a touched
 * test makes nothing anew.
 */
export function fingerprint(paths: readonly string[]): string {
  const digest = createHash('sha256')
  for (const file of paths.flatMap(sourceFiles))
    digest.update(file).update('\0').update(readFileSync(file)).update('\0')
  return digest.digest('hex')
}

/** Bytes of all files in a folder, or of those whose path the filter takes. */
export function folderSize(folder: string, takes: (file: string) => boolean = () => true): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(takes)
    .reduce((sum, file) => sum + statSync(file).size, 0)
}
