import { readOverview } from '#contract/overview'
import { useReading } from '../../cloud/use-reading'
import { InstantText } from '../../components/DayText'
import { PageHeader } from '../../components/PageHeader'
import { FailureBlock } from '../../components/StateBlock'
import { WaitingBlock } from '../../components/Waiting'
import { Budget } from './Budget'
import { Daily } from './Daily'
import { WorkCards } from './WorkCards'
import './overview.css'

/** 概览：每张工作单上等着多少、逾期多少，点开就去办；全活动的每日数据、目标和预算。 */
export default function Overview() {
  const { reading, reload } = useReading(readOverview, {})
  return (
    <>
      <PageHeader
        title="概览"
        about={
          reading.status === 'ready' ? (
            <>
              截至 <InstantText at={reading.data.now} />
              ，按活动承诺的日期计算逾期。
            </>
          ) : (
            '每张工作单上等着多少、逾期多少。'
          )
        }
      />
      {reading.status === 'loading' && <WaitingBlock height={132} />}
      {reading.status === 'failed' && <FailureBlock failure={reading.failure} retry={reload} />}
      {reading.status === 'ready' && (
        <div className="overview">
          <WorkCards {...reading.data} />
          {reading.data.seesCampaign && (
            <>
              <Daily />
              <Budget />
            </>
          )}
        </div>
      )}
    </>
  )
}
