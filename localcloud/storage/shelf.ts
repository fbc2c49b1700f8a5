import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where file contents lie, by cloud path. */
export interface FileShelf {
  write(path: string, content: Buffer): Promise<void>
  read(path: string): Promise<Buffer | undefined>
  has(path: string): Promise<boolean>
  /** All files; on disk they are named by the digest of their path. */
  list(): Promise<string[]>
  /** By the name that `list` gave. */
  readNamed(name: string): Promise<Buffer | undefined>
  writeNamed(name: string, content: Buffer): Promise<void>
  /** Removes all. */
  clear(): Promise<void>
  /** Returns whether there was such a file. */
  remove(path: string): Promise<boolean>
}

/** Files in `<folder>/storage`, or in memory for `':memory:'`. */
export function openShelf(folder: string): FileShelf {
  return folder === ':memory:' ? memoryShelf() : diskShelf(join(folder, 'storage'))
}

const digestOf = (path: string): string => createHash('sha256').update(path).digest('hex')

function memoryShelf(): FileShelf {
  const files = new Map<string, Buffer>()
  return {
    write: async (path, content) => void files.set(digestOf(path), content),
    read: async (path) => files.get(digestOf(path)),
    has: async (path) => files.has(digestOf(path)),
    list: async () => [...files.keys()],
    readNamed: async (name) => files.get(name),
    writeNamed: async (name, content) => void files.set(name, content),
    clear: async () => files.clear(),
    remove: async (path) => files.delete(digestOf(path)),
  }
}

function diskShelf(folder: string): FileShelf {
  // Named by digest: no cloud path can lead out of the folder, and "a" and "a/b" may both exist, as in an object store.
  const at = (path: string) => join(folder, digestOf(path))
  const exists = (path: string) =>
    stat(at(path)).then(
      () => true,
      () => false,
    )
  async function writeNamed(name: string, content: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true })
    const unfinished = join(folder, `${name}.${randomUUID()}`)
    await writeFile(unfinished, content)
    await rename(unfinished, join(folder, name))
  }
  return {
    write: (path, content) => writeNamed(digestOf(path), content),
    writeNamed,
    list: async () => (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name)),
    readNamed: (name) => readFile(join(folder, name)).catch(() => undefined),
    read: (path) => readFile(at(path)).catch(() => undefined),
    has: exists,
    clear: () => rm(folder, { recursive: true, force: true }),
    async remove(path) {
      if (!(await exists(path))) return false
      await rm(at(path))
      return true
    },
  }
}
