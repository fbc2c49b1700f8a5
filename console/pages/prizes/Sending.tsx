import { Button, Select } from 'antd'
import { useState } from 'react'
import { uploadCodes } from '#contract/coupon-codes'
import type { OutputOf } from '#contract/operation'
import { listPrizeItems, readPrizeOverview } from '#contract/prize-lists'
import { exportShippingList, sendPrizes } from '#contract/prize-sending'
import { useActing } from '../../cloud/use-acting'
import { Card } from '../../components/Card'
import { ReasonDialog } from '../../components/ReasonDialog'
import { save } from '../../exports/save'
import { UploadList } from './UploadList'

const changed = [listPrizeItems, readPrizeOverview]

/** Parcels: the list goes out with addresses, and comes back with numbers. */
export function Parcels() {
  const [asking, ask] = useState(false)
  const list = useActing(exportShippingList)
  const { act } = useActing(sendPrizes, changed)
  const download = async (why: string) => {
    const result = await list.act({ why })
    if (result.ok) save(new Blob([result.data.text], { type: 'text/csv;charset=utf-8' }), result.data.fileName)
    return result
  }
  return (
    <Card title="批量寄出" extra={<Button onClick={() => ask(true)}>导出待寄清单</Button>}>
      <UploadList
        unit="快递"
        hint="把待寄清单填上承运商和快递单号传回来，一次最多 200 行。先预览，再登记；同一份再传一遍不会重复。"
        upload={async (text, preview) => {
          const result = await act({ text, preview })
          if (!result.ok) return result
          const { lines, sent, repeated, problems } = result.data
          return { ok: true, data: { lines, fresh: sent, known: repeated, problems } }
        }}
      />
      <ReasonDialog
        open={asking}
        title="导出待寄清单"
        effect="清单里有完整的姓名、电话和地址；每一条都会被记录，客户看得到。"
        deed="导出"
        usual={['交给快递公司']}
        act={download}
        done={() => ask(false)}
        cancel={() => ask(false)}
      />
    </Card>
  )
}

/** Coupon codes: one list for each prize, each code once. */
export function Codes({ prizes }: { prizes: OutputOf<typeof readPrizeOverview>['prizes'] }) {
  const coupons = prizes.filter(({ codes }) => codes !== null)
  const [prizeId, setPrizeId] = useState(coupons[0]?.prizeId ?? '')
  const { act } = useActing(uploadCodes, changed)
  if (coupons.length === 0) return null
  return (
    <Card
      title="券码清单"
      extra={
        <Select
          aria-label="哪种奖品"
          value={prizeId}
          onChange={setPrizeId}
          options={coupons.map(({ prizeId: value, name, codes }) => ({
            value,
            label: `${name}（剩 ${codes?.free ?? 0}）`,
          }))}
        />
      }
    >
      <UploadList
        key={prizeId}
        unit="券码"
        hint="一行一个券码，一次最多 1000 行。先预览，再登记；每个券码只用一次，几分钟内发给等得最久的客户。"
        upload={async (text, preview) => {
          const result = await act({ prizeId, text, preview })
          if (!result.ok) return result
          const { lines, added, known, problems } = result.data
          return { ok: true, data: { lines, fresh: added, known, problems } }
        }}
      />
    </Card>
  )
}
