import { useState } from 'react'
import { type AuditEntry, searchAudit } from '#contract/audit-log'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { ExportButton } from '../../components/ExportButton'
import { PageHeader } from '../../components/PageHeader'
import { useAddress } from '../../components/use-address'
import { usePages } from '../../components/use-pages'
import { AuditFilters } from './AuditFilters'
import { ChainCheck } from './ChainCheck'
import { columns, exportedColumns } from './columns'
import { EntryDrawer } from './EntryDrawer'
import { searchOf, wordsOf } from './filter'
import './page.css'

/** 审计日志：谁在什么时候对什么做了什么，之前怎样，之后怎样，为什么。一条接一条，改不动。 */
export default function Audit() {
  const { address, choose, clear } = useAddress()
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const { cursor, paging } = usePages(address.toString())
  const search = searchOf(address)
  const { reading, reload } = useReading(searchAudit, { ...search, before: placeOf(cursor) })
  const listed = reading.status === 'ready' ? reading.data : null
  const people = listed?.people ?? []
  return (
    <>
      <PageHeader
        title="审计日志"
        about="每一次变更都记下谁、什么时候、之前和之后、为什么，前后相扣；个人信息不在这里。"
        actions={
          listed && (
            <ExportButton
              list="audit"
              filters={wordsOf(search, people)}
              columns={exportedColumns}
              readPage={async (from) => {
                const page = await call(searchAudit, { ...search, before: placeOf(from) })
                if (!page.ok) return page
                return { ok: true, data: { rows: page.data.entries, next: cursorOf(page.data.next) } }
              }}
            />
          )
        }
      />
      <ChainCheck />
      <AuditFilters search={search} people={people} choose={choose} clear={clear} />
      <Card inside="flush">
        <DataTable
          label="审计日志"
          reading={reading.status === 'ready' ? { ...reading, data: reading.data.entries } : reading}
          reload={reload}
          columns={columns}
          rowKey={({ number }) => String(number)}
          open={setOpened}
          empty={{ sentence: address.size > 0 ? '没有符合条件的记录，请放宽条件。' : '还没有任何记录。' }}
          paging={paging(cursorOf(listed?.next ?? null))}
        />
      </Card>
      <EntryDrawer entry={opened} close={() => setOpened(null)} />
    </>
  )
}

/** The log continues before the number of an entry. */
const placeOf = (cursor: string | null): number | null => (cursor === null ? null : Number(cursor))
const cursorOf = (next: number | null): string | null => (next === null ? null : String(next))
