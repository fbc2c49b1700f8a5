import type { Holder } from './claims'
import type { Collection } from './collection'
import { permissionDenied } from './failure'
import type { Filter } from './filter'
import type { Session } from './session'
import type { Stored } from './stored'
import type { Document } from './value'

/** What somebody may do with the documents of a collection. */
export interface Rights {
  sees(document: Document): boolean
  /** Whether a document may be added, changed or removed: asked of what it was and of what it becomes. */
  changes(document: Document): boolean
}

/**
 * Operations of somebody with limited rights. What is hidden is as if it were not there, before any condition is tested on it, so that
 * no condition, however it is written, can ask about it; what must not be changed is not, by whichever operator.
 */
export class LimitedSession implements Session {
  /** A page has no `$lookup`, in production either. */
  readonly joins = false

  constructor(
    private readonly whole: Session,
    private readonly rights: Rights,
  ) {}

  get(collection: Collection, key: string): Stored | undefined {
    const stored = this.whole.get(collection, key)
    return stored && this.rights.sees(stored.document) ? stored : undefined
  }

  *candidates(collection: Collection, filter: Filter): Iterable<Stored> {
    for (const stored of this.whole.candidates(collection, filter)) if (this.rights.sees(stored.document)) yield stored
  }

  sizeOf(): undefined {
    return undefined
  }

  write(
    collection: Collection,
    key: string,
    before: Stored | undefined,
    after: Document | undefined,
  ): Holder | undefined {
    const touched = [this.whole.get(collection, key)?.document, before?.document, after]
    if (touched.some((document) => document !== undefined && !this.rights.changes(document))) throw permissionDenied()
    return this.whole.write(collection, key, before, after)
  }
}
