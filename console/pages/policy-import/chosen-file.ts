import type { ReadableFile } from '#values/file-text'

/** A file that was chosen in the browser, read as a stream. */
export const chosenFile = (file: File): ReadableFile => ({ name: file.name, bytes: () => chunksOf(file) })

/** By its reader: not every browser lets a stream be gone through as it is. */
async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
