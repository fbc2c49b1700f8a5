import { ENTRIES_A_BATCH, type HealthEntry } from '#contract/health'

/** What waits is bounded: the latest tell more than the first. */
const MOST_WAITING = 50
/** Batches are at least this far apart, except for the one when the app is hidden. */
const BETWEEN_BATCHES_MS = 30_000

/** Sends one batch. Rejects when the cloud was not reached: then the batch waits for the next time. */
export type SendBatch = (entries: HealthEntry[]) => Promise<void>

/** Entries on their way to the cloud. Nothing here throws, and nothing that waits is ever waited for. */
export class HealthQueue {
  private waiting: HealthEntry[] = []
  private timer: ReturnType<typeof setTimeout> | null = null
  private sending = false

  constructor(private readonly send: SendBatch) {}

  /** @returns whether the entry is new: an error that repeats while it waits says nothing more */
  add(entry: HealthEntry): boolean {
    const text = JSON.stringify(entry)
    if (this.waiting.some((one) => JSON.stringify(one) === text)) return false
    this.waiting = [...this.waiting, entry].slice(-MOST_WAITING)
    this.sendLater()
    return true
  }

  /** The app is hidden: it may be ended at any time now. */
  sendNow(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    void this.sendBatch()
  }

  private sendLater(): void {
    if (this.timer !== null) return
    this.timer = setTimeout(() => {
      this.timer = null
      void this.sendBatch()
    }, BETWEEN_BATCHES_MS)
  }

  /** A batch that did not arrive goes with the next entry, or when the app is hidden: a phone without network is left alone. */
  private async sendBatch(): Promise<void> {
    if (this.sending || this.waiting.length === 0) return
    this.sending = true
    const batch = this.waiting.slice(0, ENTRIES_A_BATCH)
    this.waiting = this.waiting.slice(ENTRIES_A_BATCH)
    try {
      await this.send(batch)
      if (this.waiting.length > 0) this.sendLater()
    } catch {
      this.waiting = [...batch, ...this.waiting].slice(-MOST_WAITING)
    } finally {
      this.sending = false
    }
  }
}
