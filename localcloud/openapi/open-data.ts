import { randomUUID } from 'node:crypto'

/** What a page's `cloudID` stands for: open data (run steps, share info …) that only a function may read. */
export class OpenData {
  readonly #data = new Map<string, unknown>()

  issue(data: unknown): string {
    const cloudId = `local_${randomUUID().replaceAll('-', '')}`
    this.#data.set(cloudId, data)
    return cloudId
  }

  /** One item per cloud ID; an unknown one carries an error instead of data. */
  read(cloudIds: readonly string[]): { cloudId: string; json: string }[] {
    return cloudIds.map((cloudId) => {
      const item = this.#data.has(cloudId)
        ? { cloudID: cloudId, data: this.#data.get(cloudId) }
        : { cloudID: cloudId, errCode: -601006, errMsg: 'cloudID is invalid or has expired' }
      return { cloudId, json: JSON.stringify(item) }
    })
  }
}
