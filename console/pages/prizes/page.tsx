import { Tabs } from 'antd'
import { readPrizeOverview } from '#contract/prize-lists'
import { useReading } from '../../cloud/use-reading'
import { PageHeader } from '../../components/PageHeader'
import { FailureBlock } from '../../components/StateBlock'
import { WaitingRows } from '../../components/Waiting'
import { useMe } from '../../shell/me'
import { Gifts } from './Gifts'
import { Items } from './Items'
import { PrizeStock } from './PrizeStock'
import { Codes, Parcels } from './Sending'
import './prizes.css'

/** 奖品与发放: what waits where, how it is handed over, and whether the stock adds up. */
export default function Prizes() {
  const { role } = useMe()
  return (
    <>
      <PageHeader
        title="奖品与发放"
        about="奖品核实后寄出、发券码或到网点领取，礼品到保单所属的网点领取；逾期的标红。客户资料只显示一部分。"
      />
      <Tabs
        items={[
          {
            key: 'prizes',
            label: '奖品',
            children: role === 'branch' ? <Items /> : <WithStock hands={role !== 'analyst'} />,
          },
          { key: 'gifts', label: '礼品', children: <Gifts /> },
        ]}
      />
    </>
  )
}

function WithStock({ hands }: { hands: boolean }) {
  const { reading, reload } = useReading(readPrizeOverview, {})
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  return (
    <>
      <PrizeStock {...reading.data} />
      <Items />
      {hands && (
        <div className="prizes__lists-in">
          <Parcels />
          <Codes prizes={reading.data.prizes} />
        </div>
      )}
    </>
  )
}
