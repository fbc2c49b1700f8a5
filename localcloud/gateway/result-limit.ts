import type { AdminReply } from '../database/database'

/** CloudBase gives at most so many bytes of documents in one answer. */
const RESULT_LIMIT = 1024 * 1024

/** The answer, or a refusal when the documents in it are too large together. */
export function withinResultLimit(reply: AdminReply): AdminReply {
  const list = documentsIn(reply)
  if (list === undefined || !exceeds(list)) return reply
  return {
    code: 'DATABASE_REQUEST_FAILED',
    message: `[LimitExceeded.ResultSize] The query result exceeds the upper limit (1MB). Please query fewer documents or fields.`,
    requestId: reply.requestId,
  }
}

function documentsIn(reply: AdminReply): unknown[] | undefined {
  const data = 'data' in reply ? reply.data : undefined
  if (typeof data !== 'object' || data === null || !('list' in data) || !Array.isArray(data.list)) return undefined
  return data.list
}

function exceeds(list: unknown[]): boolean {
  let units = 0
  for (const text of list) units += typeof text === 'string' ? text.length : 0
  // A UTF-16 unit takes three bytes at most, so short answers need no counting.
  if (units * 3 <= RESULT_LIMIT) return false
  return list.reduce<number>((bytes, text) => bytes + Buffer.byteLength(String(text)), 0) > RESULT_LIMIT
}
