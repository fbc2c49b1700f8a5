/** An index as production's set-up creates it: equality on all of `keys` together, unique or not. */
export interface IndexDeclaration {
  name: string
  keys: string[]
  unique?: boolean
  /** A 2dsphere index on its one key, for searches by distance. */
  geo?: boolean
}

export interface CollectionDeclaration {
  name: string
  /** What clients may do without a function; the server's client door makes rights of it, the database itself knows nothing of it. */
  access: 'none' | 'read' | 'owner'
  indexes?: IndexDeclaration[]
}

/** The one file that declares collections and indexes, here and for production. */
export interface CollectionsDeclaration {
  collections: CollectionDeclaration[]
}
