import type { Stored } from './stored'

interface Past {
  stored: Stored
  /** The commit that replaced or removed it. */
  until: number
}

/** Versions that are no longer current but that a running transaction's snapshot may still see. */
export class PastVersions {
  private readonly versions = new Map<string, Past[]>()
  /** All versions in the order of `until`, so that forgetting touches only what goes. */
  private queue: Past[] = []

  remember(stored: Stored, until: number): void {
    const past = { stored, until }
    const versions = this.versions.get(stored.key)
    if (versions) versions.push(past)
    else this.versions.set(stored.key, [past])
    this.queue.push(past)
  }

  at(key: string, commit: number): Stored | undefined {
    return this.versions.get(key)?.find(({ stored, until }) => stored.commit <= commit && commit < until)?.stored
  }

  keys(): Iterable<string> {
    return this.versions.keys()
  }

  /** Drops what no snapshot at or after `oldest` can see; everything when there is no snapshot. */
  forget(oldest: number | undefined): void {
    if (this.queue.length === 0) return
    if (oldest === undefined) {
      this.versions.clear()
      this.queue = []
      return
    }
    const firstKept = this.queue.findIndex(({ until }) => until > oldest)
    const dropped = firstKept === -1 ? this.queue : this.queue.slice(0, firstKept)
    this.queue = firstKept === -1 ? [] : this.queue.slice(firstKept)
    for (const { stored } of dropped) {
      const versions = this.versions.get(stored.key)
      if (versions && versions.length > 1) versions.shift()
      else this.versions.delete(stored.key)
    }
  }
}
