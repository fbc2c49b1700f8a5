import type { Voucher } from '@/cloud/service-pack'
import type { StateShown } from '@/components/StateWord'

/** A voucher's state as it is shown. */
export const voucherStates: Record<Voucher['state'], StateShown> = {
  usable: { word: '可使用', mark: 'tick', tone: 'good' },
  used: { word: '已用完', mark: 'tick', tone: 'quiet' },
  expired: { word: '已过期', mark: 'cross', tone: 'quiet' },
  'not-yet': { word: '未生效', mark: 'clock', tone: 'warn' },
  cancelled: { word: '已收回', mark: 'back', tone: 'bad' },
}

export const usesText = (usesLeft: number | null): string => (usesLeft === null ? '不限次数' : `还可用 ${usesLeft} 次`)
