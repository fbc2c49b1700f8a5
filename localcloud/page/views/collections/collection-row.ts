import type { OutputOf } from '../../../page-api/operations'

export type CollectionRow = OutputOf<'collections.list'>[number]
