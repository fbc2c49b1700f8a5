/** Who holds a claim: a running transaction. */
export interface Holder {
  /** Resolves when the claims are given up. */
  readonly finished: Promise<void>
}

interface Claim {
  holder: Holder
  /** Key of the document that will stand under a claimed index entry; undefined when the transaction freed the entry. */
  owner: string | undefined
}

/** What running transactions have written in one collection: documents, and entries of unique indexes taken or freed. */
export class Claims {
  private readonly claims = new Map<string, Claim>()

  get none(): boolean {
    return this.claims.size === 0
  }

  onDocument(key: string): Claim | undefined {
    return this.claims.get(documentName(key))
  }

  onEntry(index: string, entry: string): Claim | undefined {
    return this.claims.get(entryName(index, entry))
  }

  takeDocument(key: string, holder: Holder): void {
    this.claims.set(documentName(key), { holder, owner: key })
  }

  takeEntry(index: string, entry: string, holder: Holder, owner: string | undefined): void {
    this.claims.set(entryName(index, entry), { holder, owner })
  }

  releaseAllOf(holder: Holder): void {
    for (const [name, claim] of this.claims) if (claim.holder === holder) this.claims.delete(name)
  }
}

const documentName = (key: string): string => `\0${key}`
const entryName = (index: string, entry: string): string => `${index}\0${entry}`
