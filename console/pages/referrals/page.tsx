import { Drawer } from 'antd'
import { useState } from 'react'
import { listReferrals, type StaffReferrer } from '#contract/referrals'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { ExportButton } from '../../components/ExportButton'
import { PageHeader } from '../../components/PageHeader'
import { useAddress } from '../../components/use-address'
import { usePages } from '../../components/use-pages'
import { columns, exportedColumns, linesOf } from './columns'
import { filterOf, wordsOf } from './filter'
import { Invitees } from './Invitees'
import { ReferralFilters } from './ReferralFilters'

/** 推荐: who invited whom, and what came of it. */
export default function Referrals() {
  const { address, choose, clear } = useAddress()
  const [opened, setOpened] = useState<StaffReferrer | null>(null)
  const filter = filterOf(address)
  const { cursor, paging } = usePages(address.toString())
  const { reading, reload } = useReading(listReferrals, { filter, cursor })
  const listed = reading.status === 'ready' ? reading.data : null
  const branches = listed?.branches ?? []
  return (
    <>
      <PageHeader
        title="推荐"
        about="每位推荐人邀请了谁、走到哪一步、为什么不算。推荐只有一级；奖励在“权益台账”和审核里办理。"
        actions={
          listed && (
            <ExportButton
              list="referrals"
              filters={wordsOf(filter, branches)}
              columns={exportedColumns}
              readPage={async (from) => {
                const page = await call(listReferrals, { filter, cursor: from })
                return page.ok ? { ok: true, data: { rows: linesOf(page.data.items), next: page.data.next } } : page
              }}
            />
          )
        }
      />
      <ReferralFilters filter={filter} branches={branches} choose={choose} clear={clear} />
      <Card inside="flush">
        <DataTable
          label="推荐人"
          reading={reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading}
          reload={reload}
          rowKey={({ code }) => code}
          empty={{ sentence: emptySentence(address.size > 0, listed?.next ?? null) }}
          paging={paging(listed?.next ?? null)}
          open={setOpened}
          columns={columns}
        />
      </Card>
      <Drawer
        title={opened && `${opened.who} 推荐的客户`}
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={640}
        destroyOnHidden
      >
        {opened && <Invitees referrer={opened} now={listed?.now ?? opened.madeAt} />}
      </Drawer>
    </>
  )
}

/** The cloud looks through so many referrers at a time: a page without any need not be the last. */
function emptySentence(filtered: boolean, next: string | null): string {
  if (next !== null) return '这一页没有符合条件的，后面还有，请看下一页。'
  return filtered ? '没有符合这些条件的推荐。' : '还没有客户打开推荐有礼。'
}
