import type { MyPrize } from '@/cloud/prizes'
import type { MarkName } from '@/components/illustrations/Mark'

export type PrizeStatus = MyPrize['status']

interface StatusShown {
  word: string
  mark: MarkName
  tone: 'good' | 'warn' | 'bad' | 'quiet'
}

const shown: Readonly<Record<MyPrize['stage'], StatusShown>> = {
  'not-open': { word: '未到填写时间', mark: 'clock', tone: 'quiet' },
  'to-fill': { word: '待填写', mark: 'clock', tone: 'warn' },
  returned: { word: '需改正', mark: 'warning', tone: 'bad' },
  submitted: { word: '待核实', mark: 'clock', tone: 'warn' },
  verified: { word: '待发放', mark: 'parcel', tone: 'warn' },
  'code-coming': { word: '待发券', mark: 'clock', tone: 'warn' },
  'handed-over': { word: '已发放', mark: 'tick', tone: 'good' },
  expired: { word: '已过期', mark: 'cross', tone: 'quiet' },
  refused: { word: '未通过', mark: 'cross', tone: 'bad' },
}

/** How far a prize is, as it is shown: a word, a mark and a colour, never the colour alone. */
export const showStage = (stage: MyPrize['stage']): StatusShown => shown[stage]

/** Where the prize leads, and whether the customer has to do something there; null where nothing is to be seen. */
export function entranceOf(stage: MyPrize['stage'], way: MyPrize['way']): { text: string; urgent: boolean } | null {
  switch (stage) {
    case 'to-fill':
      return { text: '填写领奖信息', urgent: true }
    case 'returned':
      return { text: '改正领奖信息', urgent: true }
    case 'submitted':
      return { text: '查看领奖信息', urgent: false }
    case 'verified':
      return way === 'in-person' ? { text: '去领取', urgent: true } : { text: '查看进度', urgent: false }
    case 'handed-over':
      return { text: way === 'code' ? '查看券码' : way === 'delivery' ? '查看快递' : '查看记录', urgent: false }
    case 'not-open':
    case 'code-coming':
    case 'expired':
    case 'refused':
      return null
  }
}

/** Whether the prize is the customer's, or still on its way to be. */
export const counts = (status: PrizeStatus) => status === 'pending' || status === 'approved' || status === 'fulfilled'
