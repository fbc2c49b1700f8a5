import { Button, Segmented, type TableProps } from 'antd'
import { useState } from 'react'
import { type GiftItem, type GiftList, listGifts, undoGiftHandOver } from '#contract/gift-hand-over'
import { call } from '../../cloud/call'
import { useActing } from '../../cloud/use-acting'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { DueText, InstantText } from '../../components/DayText'
import { ExportButton } from '../../components/ExportButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { Under } from '../../components/Under'
import { usePages } from '../../components/use-pages'
import { exportedGifts } from './exported'

const listNames: Readonly<Record<GiftList, string>> = { waiting: '待到店领取', 'handed-over': '已交付' }
const lists: readonly { value: GiftList; label: string }[] = [
  { value: 'waiting', label: listNames.waiting },
  { value: 'handed-over', label: listNames['handed-over'] },
]

const shared: NonNullable<TableProps<GiftItem>['columns']> = [
  {
    title: '礼品',
    render: (_, { giftName, title }) => (
      <>
        {giftName}
        <Under>{title}</Under>
      </>
    ),
  },
  {
    title: '客户',
    render: (_, { name, plate }) => (
      <>
        {name}
        <Under>{plate}</Under>
      </>
    ),
  },
  { title: '网点', dataIndex: 'branchName' },
]

/** 礼品 of §5.2.3 and rewards taken as one: what waits at which branch, and what was handed over. */
export function Gifts() {
  const [list, setList] = useState<GiftList>('waiting')
  const [undoing, undo] = useState<GiftItem | null>(null)
  const { cursor, paging } = usePages(list)
  const { reading, reload } = useReading(listGifts, { list, cursor })
  const { act } = useActing(undoGiftHandOver, [listGifts])
  const rows = reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading
  const now = reading.status === 'ready' ? reading.data.now : 0
  const waiting: typeof shared = [
    ...shared,
    { title: '从何时起', render: (_, { waitsSince }) => <InstantText at={waitsSince} /> },
    { title: '最迟', render: (_, { dueOn }) => <DueText on={dueOn} now={now} /> },
  ]
  const handedOver: typeof shared = [
    ...shared,
    { title: '交付', render: (_, item) => <HandedOver item={item} undo={() => undo(item)} /> },
  ]
  return (
    <Card
      title="礼品清单"
      inside="flush"
      extra={
        <ExportButton
          list="prizes"
          filters={`礼品：${listNames[list]}`}
          columns={exportedGifts}
          readPage={async (from) => {
            const page = await call(listGifts, { list, cursor: from })
            return page.ok ? { ok: true, data: { rows: page.data.items, next: page.data.next } } : page
          }}
        />
      }
    >
      <div className="prizes__lists">
        <Segmented aria-label="清单" value={list} onChange={setList} options={[...lists]} />
      </div>
      <DataTable
        label={list === 'waiting' ? '待到店领取的礼品' : '已交付的礼品'}
        reading={rows}
        reload={reload}
        columns={list === 'waiting' ? waiting : handedOver}
        rowKey={({ benefitId }) => benefitId}
        empty={{ sentence: list === 'waiting' ? '没有等着交付的礼品。' : '还没有交付过礼品。' }}
        {...(reading.status === 'ready' && { paging: paging(reading.data.next) })}
      />
      <ReasonDialog
        open={undoing !== null}
        title={`撤回交付：${undoing?.giftName ?? ''}`}
        effect="这份礼品回到待到店领取，客户可以再来领。"
        deed="撤回"
        usual={['登记错了', '发错了人']}
        act={(why) => act({ benefitId: undoing?.benefitId ?? '', why })}
        done={() => undo(null)}
        cancel={() => undo(null)}
      />
    </Card>
  )
}

function HandedOver({ item: { handedOver }, undo }: { item: GiftItem; undo: () => void }) {
  if (handedOver === null) return '—'
  return (
    <>
      {handedOver.how}
      {handedOver.undoable && (
        <Button type="link" size="small" onClick={undo}>
          撤回
        </Button>
      )}
      <Under>
        <InstantText at={handedOver.at} />
      </Under>
    </>
  )
}
