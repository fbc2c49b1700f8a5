import type { CollectionStage } from '@/cloud/prize-collection'
import type { StateShown } from '@/components/StateWord'

/** How far a prize is, as it is shown. */
export const stageStates: Readonly<Record<CollectionStage, StateShown>> = {
  'not-open': { word: '未开始', mark: 'clock', tone: 'quiet' },
  'to-fill': { word: '待填写', mark: 'clock', tone: 'warn' },
  returned: { word: '需改正', mark: 'warning', tone: 'bad' },
  submitted: { word: '待核实', mark: 'clock', tone: 'warn' },
  verified: { word: '待发放', mark: 'parcel', tone: 'good' },
  'code-coming': { word: '待发券', mark: 'clock', tone: 'warn' },
  'handed-over': { word: '已发放', mark: 'tick', tone: 'good' },
  expired: { word: '已逾期', mark: 'cross', tone: 'quiet' },
  refused: { word: '未通过', mark: 'cross', tone: 'bad' },
}
