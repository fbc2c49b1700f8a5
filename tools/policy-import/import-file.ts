import { type EventMessage, readRow } from '#contract/policy-columns'
import { policyFields } from '#contract/policy-event'
import { MOST_EVENTS } from '#contract/policy-message'
import type { CloudTarget } from '../cloud-target'
import type { CheckedFile } from './check-file'
import { RefusedRows, type RowProblem } from './refused-rows'
import { type FileRow, rowsOf } from './rows'
import { send } from './send'

export interface ImportCounts {
  rows: number
  accepted: number
  ignored: number
  refused: number
}

interface Waiting extends FileRow {
  message: EventMessage
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
  { file, encoding, header, columns }: CheckedFile,
  reportFile: string,
  told: (counts: ImportCounts) => void,
): Promise<ImportCounts> {
  const counts: ImportCounts = { rows: 0, accepted: 0, ignored: 0, refused: 0 }
  const report = new RefusedRows(reportFile, header)
  const underWay = new Set<Promise<void>>()
  let failure: unknown = null

  const refuseRow = async ({ line, cells }: FileRow, problems: readonly RowProblem[]) => {
    counts.refused += 1
    await report.add(line, cells, problems)
  }
  const deliver = async (rows: readonly Waiting[]) => {
    const answer = await send(
      cloud,
      key,
      rows.map(({ message }) => message),
    )
    counts.accepted += answer.accepted
    counts.ignored += answer.ignored
    for (const result of answer.results) {
      const row = rows[result.index]
      if (result.result === 'refused' && row) await refuseRow(row, result.problems.map(asRowProblem))
    }
    counts.rows += rows.length
    told(counts)
  }
  const start = async (rows: readonly Waiting[]) => {
    const delivery = deliver(rows)
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => underWay.delete(delivery))
    underWay.add(delivery)
    if (underWay.size >= AT_ONCE) await Promise.race(underWay)
  }

  try {
    let waiting: Waiting[] = []
    let isHeader = true
    for await (const row of rowsOf(file, encoding)) {
      if (failure) break
      if (isHeader) {
        isHeader = false
        continue
      }
      const reading = readRow(columns, row.cells, null)
      if (!reading.ok) {
        counts.rows += 1
        await refuseRow(row, reading.problems)
        continue
      }
      waiting.push({ ...row, message: reading.message })
      if (waiting.length === MOST_EVENTS) {
        await start(waiting)
        waiting = []
      }
    }
    if (waiting.length > 0 && !failure) await start(waiting)
  } finally {
    await Promise.all(underWay)
    await report.close()
  }
  if (failure) throw failure
  told(counts)
  return counts
}

const asRowProblem = ({
  field,
  value,
  reason,
}: {
  field: string | null
  value: string
  reason: string
}): RowProblem => ({
  field: policyFields.find((one) => one === field) ?? null,
  value,
  reason,
})
