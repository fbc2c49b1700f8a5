import { Drawer } from 'antd'
import { useState } from 'react'
import { listReferrals, type StaffReferrer } from '#contract/referrals'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { PageHeader } from '../../components/PageHeader'
import { StateTag } from '../../components/StateTag'
import { usePages } from '../../components/use-pages'
import { Invitees } from './Invitees'

const countOf = ({ invitees }: StaffReferrer, ...states: StaffReferrer['invitees'][number]['state'][]): number =>
  invitees.filter(({ state }) => states.includes(state)).length

const needsLook = ({ invitees }: StaffReferrer): boolean =>
  invitees.some(({ reward }) => reward?.risk?.needsLook === true)

/** 推荐: who invited whom, and what came of it. */
export default function Referrals() {
  const [opened, setOpened] = useState<StaffReferrer | null>(null)
  const { cursor, paging } = usePages('')
  const { reading, reload } = useReading(listReferrals, { cursor })
  const listed = reading.status === 'ready' ? reading.data : null
  return (
    <>
      <PageHeader
        title="推荐"
        about="每位推荐人邀请了谁、走到哪一步、为什么不算。推荐只有一级；奖励在“权益台账”和审核里办理。"
      />
      <Card inside="flush">
        <DataTable
          label="推荐人"
          reading={reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading}
          reload={reload}
          rowKey={({ code }) => code}
          empty={{ sentence: '还没有客户打开推荐有礼。' }}
          paging={paging(listed?.next ?? null)}
          open={setOpened}
          columns={[
            { title: '推荐人', dataIndex: 'who' },
            { title: '网点', dataIndex: 'branchName' },
            { title: '渠道', render: (_, { channelName }) => channelName ?? '—' },
            { title: '打开邀请', align: 'right', render: (_, { invitees }) => invitees.length },
            { title: '待投保', align: 'right', render: (_, row) => countOf(row, 'accepted') },
            { title: '已投保', align: 'right', render: (_, row) => countOf(row, 'issued') },
            { title: '不算', align: 'right', render: (_, row) => countOf(row, 'not-counted') },
            {
              title: '风险',
              render: (_, row) => (needsLook(row) ? <StateTag state={{ word: '需核查', tone: 'bad' }} /> : '—'),
            },
            { title: '开始推荐', render: (_, { madeAt }) => <InstantText at={madeAt} /> },
          ]}
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
