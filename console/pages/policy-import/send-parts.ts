import { type CheckedFile, partsOf, type ReadableRow, type RefusedRow, refusedOf } from '#contract/policy-file'
import { importPolicies } from '#contract/policy-import'
import type { PolicyAnswer } from '#contract/policy-message'
import { call, type Failure } from '../../cloud/call'

/** Of refused rows so many are kept for the report, some megabytes; more are only counted. */
export const MOST_KEPT = 5_000

/** What became of a file so far. */
export interface Sent {
  rows: number
  accepted: number
  ignored: number
  refused: number
  /** The refused ones in their order, up to 5,000. */
  kept: readonly RefusedRow[]
}

export const nothingSent: Sent = { rows: 0, accepted: 0, ignored: 0, refused: 0, kept: [] }

interface Sending {
  /** One for all parts: a part that is sent again is the same part. */
  importId: string
  told: (sent: Sent) => void
  /** A part found no answer. True sends it again, false ends it here. */
  goesOn: (failure: Failure) => Promise<boolean>
  /** True when nobody looks any more: no further part is sent. */
  isLeft: () => boolean
}

/**
 * Sends a checked file part by part and tells what became of it. What is wrong in itself is not sent at all. Memory stays the
 * same however long the file is: the next part is read when the last one is answered.
 */
export async function sendParts(checked: CheckedFile, { importId, told, goesOn, isLeft }: Sending): Promise<void> {
  let sent = nothingSent
  let number = 0
  for await (const { rows, refused } of partsOf(checked)) {
    number += 1
    const answer = rows.length === 0 ? nothingToSend : await answered(importId, number, rows, goesOn)
    if (!answer) return
    const wrong = [...refused, ...refusedOf(rows, answer)].sort((a, b) => a.line - b.line)
    sent = {
      rows: sent.rows + rows.length + refused.length,
      accepted: sent.accepted + answer.accepted,
      ignored: sent.ignored + answer.ignored,
      refused: sent.refused + wrong.length,
      kept: [...sent.kept, ...wrong.slice(0, MOST_KEPT - sent.kept.length).map(forItself)],
    }
    told(sent)
    if (isLeft()) return
  }
}

const nothingToSend: PolicyAnswer = { accepted: 0, ignored: 0, refused: 0, results: [] }

async function answered(
  importId: string,
  part: number,
  rows: readonly ReadableRow[],
  goesOn: Sending['goesOn'],
): Promise<PolicyAnswer | null> {
  const events = rows.map(({ message }) => message)
  for (;;) {
    const result = await call(importPolicies, { importId, part, events })
    if (result.ok) return result.data
    if (!(await goesOn(result))) return null
  }
}

/** Its cells are cut out of the piece of text that was read, and would keep all of it in memory. */
const forItself = (row: RefusedRow): RefusedRow => structuredClone(row)
