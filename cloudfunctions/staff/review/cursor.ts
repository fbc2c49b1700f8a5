import type { Benefit } from '#rules/benefit/benefit'

/** Where a page of a work list ends: in the order of waiting. */
type Place = Pick<Benefit, '_id' | 'waitsSinceAt'>

export const cursorOf = ({ _id, waitsSinceAt }: Place): string => `${waitsSinceAt} ${_id}`

export function readCursor(cursor: string | null): Place | null {
  const [since, _id] = cursor?.split(' ') ?? []
  return since && _id ? { waitsSinceAt: Number(since), _id } : null
}
