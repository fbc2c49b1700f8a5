import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdtempSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RequestError } from '../gateway/request-error'
import { exportState, importState, type StateParts, type StateSummary, summariseState } from './whole-state'

export interface ReplacementOptions {
  /** The cloud's data folder, where the state that was replaced is kept; `':memory:'` keeps it in the machine's temporary folder. */
  folder: string
  /** Holds the timers still while it runs. */
  withoutTimers: (work: () => Promise<void>) => Promise<void>
}

/** Replaces the whole state of a running cloud by a file. What was there before is written to a file first and comes back when that fails. */
export class StateReplacement {
  readonly #uploads = new Map<string, string>()
  #temporary: string | undefined

  constructor(
    readonly parts: StateParts,
    readonly options: ReplacementOptions,
  ) {}

  /** Takes a state file, reads it from end to end, and says what is in it. Nothing is replaced yet. */
  async receive(content: NodeJS.ReadableStream): Promise<{ upload: string; holds: StateSummary }> {
    const upload = randomUUID()
    const file = join(this.#temporaryFolder(), `${upload}.localcloud`)
    await pipeline(content, createWriteStream(file))
    try {
      const holds = await summariseState(file)
      this.#uploads.set(upload, file)
      return { upload, holds }
    } catch (failure) {
      await rm(file, { force: true })
      throw new RequestError(400, failure instanceof Error ? failure.message.replace(`${file}: `, '') : String(failure))
    }
  }

  /** Puts an uploaded state in the place of the present one. Returns the file that now holds what was there before. */
  async replaceBy(upload: string): Promise<{ kept: string }> {
    const file = this.#uploads.get(upload)
    if (file === undefined) throw new RequestError(404, 'this upload is not there any more: choose the file again')
    this.#uploads.delete(upload)
    const kept = await this.#keepPresent()
    await this.options.withoutTimers(async () => {
      try {
        await this.#put(file)
      } catch (failure) {
        await this.#put(kept)
        throw new RequestError(
          400,
          `${failure instanceof Error ? failure.message : failure}; the state is as it was before`,
        )
      } finally {
        await rm(file, { force: true })
      }
    })
    return { kept }
  }

  async #put(file: string): Promise<void> {
    const { database, storage, openApi } = this.parts
    for (const { name } of database.collections()) {
      const all = { collectionName: name, queryType: 'WHERE', query: '{}', multi: true }
      const reply = await database.handle({ action: 'database.removeDocument', ...all })
      if ('code' in reply) throw new Error(reply.message)
    }
    await storage.clear()
    openApi.clear()
    await importState(file, this.parts)
  }

  async #keepPresent(): Promise<string> {
    const { folder } = this.options
    const home = folder === ':memory:' ? this.#temporaryFolder() : folder
    await mkdir(home, { recursive: true })
    const stamp = new Date().toISOString().replaceAll(':', '')
    const file = join(home, `before-import-${stamp}.localcloud`)
    await pipeline(Readable.from(exportState(this.parts)), createWriteStream(file))
    return file
  }

  #temporaryFolder(): string {
    this.#temporary ??= mkdtempSync(join(tmpdir(), 'local-cloud-'))
    return this.#temporary
  }
}
