import { type CheckedFile, partsOf, type ReadableRow, type RefusedRow, refusedOf } from '#contract/policy-file'
import type { CloudTarget } from '../cloud-target'
import { RefusedRows } from './refused-rows'
import { send } from './send'

export interface ImportCounts {
  rows: number
  accepted: number
  ignored: number
  refused: number
}

/** Messages under way at once: the cloud works on one while the next is read and signed. */
const AT_ONCE = 3

/**
 * Imports a checked file: rows that are wrong go to the report, the others to the cloud, in messages of up to 500. Memory
 * stays the same however long the file is: nothing is read while as many messages as may be are under way.
 * @throws Error when the cloud refuses a message or does not answer; importing again then goes on where it ended
 */
export async function importFile(
  cloud: CloudTarget,
  key: Buffer,
  checked: CheckedFile,
  reportFile: string,
  told: (counts: ImportCounts) => void,
): Promise<ImportCounts> {
  const counts: ImportCounts = { rows: 0, accepted: 0, ignored: 0, refused: 0 }
  const report = new RefusedRows(reportFile, checked.header)
  const underWay = new Set<Promise<void>>()
  let failure: unknown = null

  const refuse = async (rows: readonly RefusedRow[]) => {
    counts.refused += rows.length
    for (const row of rows) await report.add(row)
  }
  const deliver = async (rows: readonly ReadableRow[]) => {
    const answer = await send(
      cloud,
      key,
      rows.map(({ message }) => message),
    )
    counts.accepted += answer.accepted
    counts.ignored += answer.ignored
    await refuse(refusedOf(rows, answer))
    counts.rows += rows.length
    told(counts)
  }
  const start = async (rows: readonly ReadableRow[]) => {
    const delivery = deliver(rows)
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => underWay.delete(delivery))
    underWay.add(delivery)
    if (underWay.size >= AT_ONCE) await Promise.race(underWay)
  }

  try {
    for await (const { rows, refused } of partsOf(checked)) {
      if (failure) break
      counts.rows += refused.length
      await refuse(refused)
      if (rows.length > 0) await start(rows)
    }
  } finally {
    await Promise.all(underWay)
    await report.close()
  }
  if (failure) throw failure
  told(counts)
  return counts
}
