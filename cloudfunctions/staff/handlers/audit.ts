import { exportAudit as exportOperation } from '#contract/audit-log'
import { handle } from '#pipeline/handler'
import { findHead, listEntriesAfter } from '#store/audit-log'

/** The head first: entries that are appended meanwhile are more than it asks for, never fewer. */
export const exportAudit = handle(exportOperation, 'system', async ({ after }) => {
  const head = await findHead()
  return { entries: await listEntriesAfter(after), head }
})
