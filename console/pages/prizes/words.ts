import type { CollectionStage, CollectionWay } from '#contract/prize-collection'
import type { PrizeList } from '#contract/prize-lists'
import type { StateShown } from '../../components/StateTag'

/** The lists of prizes, in the order of a prize's way. */
export const listNames: Readonly<Record<PrizeList, string>> = {
  customer: '等客户填写',
  review: '待核实',
  'to-send': '待寄出',
  'to-collect': '待到店领取',
  'code-coming': '待发券码',
  'handed-over': '已发放',
  expired: '已逾期',
}

export const wayNames: Readonly<Record<CollectionWay, string>> = {
  code: '电子券',
  delivery: '快递',
  'in-person': '到网点',
}

export const stages: Readonly<Record<CollectionStage, StateShown>> = {
  'not-open': { word: '未到填写时间', tone: 'quiet' },
  'to-fill': { word: '待填写', tone: 'warn' },
  returned: { word: '已退回', tone: 'bad' },
  submitted: { word: '待核实', tone: 'warn' },
  verified: { word: '待发放', tone: 'gold' },
  'code-coming': { word: '待发券码', tone: 'gold' },
  'handed-over': { word: '已发放', tone: 'good' },
  expired: { word: '已逾期', tone: 'quiet' },
  refused: { word: '未通过', tone: 'bad' },
}
