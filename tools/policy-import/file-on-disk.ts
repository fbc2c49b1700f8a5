import { createReadStream } from 'node:fs'
import type { ReadableFile } from '#values/file-text'

export const fileOnDisk = (path: string): ReadableFile => ({ name: path, bytes: () => createReadStream(path) })
