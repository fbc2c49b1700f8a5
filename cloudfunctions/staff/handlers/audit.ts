import {
  checkAudit as checkOperation,
  exportAudit as exportOperation,
  searchAudit as searchOperation,
} from '#contract/audit-log'
import { forStaff, handle } from '#pipeline/handler'
import { chainStart } from '#rules/audit/chain'
import { type CheckedPage, checkPage } from '#rules/audit/check-page'
import { findHead, listEntriesAfter, searchEntries } from '#store/audit-log'
import { listStaff } from '#store/staff'
import { day, endOf, startOf } from '#values/days'

/** The head first: entries that are appended meanwhile are more than it asks for, never fewer. */
export const exportAudit = handle(exportOperation, 'system', async ({ after }) => {
  const head = await findHead()
  return { entries: await listEntriesAfter(after), head }
})

const readers = forStaff('admin', 'analyst')
const PAGE = 30

export const searchAudit = handle(
  searchOperation,
  readers,
  async ({ account, what, kind, id, on, requestId, before }) => {
    const search = {
      ...(account === undefined ? {} : { account }),
      ...(what === undefined ? {} : { what }),
      ...(kind === undefined ? {} : { kind }),
      ...(id === undefined ? {} : { id }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(on === undefined ? {} : { from: startOf(day(on)), until: endOf(day(on)) }),
    }
    const [found, members] = await Promise.all([searchEntries(search, before, PAGE + 1), listStaff()])
    const entries = found.slice(0, PAGE)
    return {
      entries,
      next: found.length > PAGE ? (entries.at(-1)?.number ?? null) : null,
      people: members.map(({ _id, name }) => ({ account: _id, name })),
    }
  },
)

/** So many pages of 100 in one call. */
const PAGES_AT_ONCE = 5

export const checkAudit = handle(checkOperation, readers, async ({ from }) => {
  let checked: CheckedPage = { last: from ?? chainStart, broken: null, done: false }
  for (let page = 0; page < PAGES_AT_ONCE && !checked.done; page += 1) {
    const head = await findHead()
    checked = checkPage(checked.last, await listEntriesAfter(checked.last.number), head)
  }
  return checked
})
