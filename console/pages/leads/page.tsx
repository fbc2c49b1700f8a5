import { useState } from 'react'
import { type LeadItem, listLeads } from '#contract/lead-desk'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { ExportButton } from '../../components/ExportButton'
import { PageHeader } from '../../components/PageHeader'
import { useAddress } from '../../components/use-address'
import { usePages } from '../../components/use-pages'
import { useMe } from '../../shell/me'
import { columnsAt, exportedColumns } from './columns'
import { filterOf, wordsOf } from './filter'
import { LeadDrawer } from './LeadDrawer'
import { LeadFilters } from './LeadFilters'
import { states } from './words'

/** 预约: whom the branches are to call, by when, and what came of it. */
export default function Leads() {
  const { branchName } = useMe()
  const { address, choose, clear } = useAddress()
  const [opened, setOpened] = useState<LeadItem | null>(null)
  const filter = filterOf(address)
  const { cursor, paging } = usePages(address.toString())
  const { reading, reload } = useReading(listLeads, { filter, cursor })
  const listed = reading.status === 'ready' ? reading.data : null
  const { branches = [], channels = [], now = 0 } = listed ?? {}
  const { state = 'open', ...rest } = filter
  return (
    <>
      <PageHeader
        title="预约"
        about="客户预约了投保或续保，网点在答应的那一天之前（含当日）打电话。先到期的在前。"
        actions={
          listed && (
            <ExportButton
              list="leads"
              filters={wordsOf(filter, { branches, channels })}
              columns={exportedColumns}
              readPage={async (from) => {
                const page = await call(listLeads, { filter, cursor: from })
                return page.ok ? { ok: true, data: { rows: page.data.items, next: page.data.next } } : page
              }}
            />
          )
        }
      />
      <LeadFilters filter={filter} branches={branches} channels={channels} choose={choose} clear={clear} />
      <Card inside="flush">
        <DataTable
          label={`${states[state]}的预约`}
          reading={reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading}
          reload={reload}
          columns={columnsAt(now, branchName !== null)}
          rowKey={({ leadId }) => leadId}
          empty={{
            sentence: Object.keys(rest).length > 0 ? '没有符合这些条件的预约。' : `没有${states[state]}的预约。`,
          }}
          paging={paging(listed?.next ?? null)}
          open={setOpened}
        />
      </Card>
      <LeadDrawer lead={opened} now={now} close={() => setOpened(null)} />
    </>
  )
}
