import type { MyPrize } from '@/cloud/prizes'
import type { MarkName } from '@/components/illustrations/Mark'

export type PrizeStatus = MyPrize['status']

interface StatusShown {
  word: string
  mark: MarkName
  tone: 'good' | 'warn' | 'bad' | 'quiet'
}

const shown: Record<PrizeStatus, StatusShown> = {
  pending: { word: '待审核', mark: 'clock', tone: 'warn' },
  approved: { word: '待发放', mark: 'parcel', tone: 'warn' },
  fulfilled: { word: '已发放', mark: 'tick', tone: 'good' },
  refused: { word: '未通过', mark: 'cross', tone: 'bad' },
  expired: { word: '已过期', mark: 'cross', tone: 'quiet' },
  'clawed-back': { word: '已收回', mark: 'back', tone: 'bad' },
}

/** A prize's state as it is shown: a word, a mark and a colour, never the colour alone. */
export const showStatus = (status: PrizeStatus): StatusShown => shown[status]

/** Whether the prize is the customer's, or still on its way to be. */
export const counts = (status: PrizeStatus) => status === 'pending' || status === 'approved' || status === 'fulfilled'
