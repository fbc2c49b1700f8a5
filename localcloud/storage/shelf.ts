import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where file contents lie, by cloud path. */
export interface FileShelf {
  write(path: string, content: Buffer): Promise<void>
  read(path: string): Promise<Buffer | undefined>
  has(path: string): Promise<boolean>
  /** Returns whether there was such a file. */
  remove(path: string): Promise<boolean>
}

/** Files in `<folder>/storage`, or in memory for `':memory:'`. */
export function openShelf(folder: string): FileShelf {
  return folder === ':memory:' ? memoryShelf() : diskShelf(join(folder, 'storage'))
}

function memoryShelf(): FileShelf {
  const files = new Map<string, Buffer>()
  return {
    write: async (path, content) => void files.set(path, content),
    read: async (path) => files.get(path),
    has: async (path) => files.has(path),
    remove: async (path) => files.delete(path),
  }
}

function diskShelf(folder: string): FileShelf {
  // Named by digest: no cloud path can lead out of the folder, and "a" and "a/b" may both exist, as in an object store.
  const at = (path: string) => join(folder, createHash('sha256').update(path).digest('hex'))
  const exists = (path: string) =>
    stat(at(path)).then(
      () => true,
      () => false,
    )
  return {
    async write(path, content) {
      await mkdir(folder, { recursive: true })
      const unfinished = `${at(path)}.${randomUUID()}`
      await writeFile(unfinished, content)
      await rename(unfinished, at(path))
    },
    read: (path) => readFile(at(path)).catch(() => undefined),
    has: exists,
    async remove(path) {
      if (!(await exists(path))) return false
      await rm(at(path))
      return true
    },
  }
}
