import type { Offer } from '@/cloud/offers'
import type { StateShown } from '@/components/StateWord'

type Form = Offer['form']
type Status = Extract<Offer['state'], { kind: 'given' }>['status']

/** The word for a stage on the way to the customer depends on what is on its way. */
const words: Record<Form, Record<'pending' | 'approved' | 'fulfilled', string>> = {
  discount: { pending: '待确认', approved: '已确认', fulfilled: '已享受' },
  'set-off': { pending: '已承诺', approved: '待抵扣', fulfilled: '已抵扣' },
  cash: { pending: '待审核', approved: '待打款', fulfilled: '已到账' },
  gift: { pending: '待审核', approved: '待领取', fulfilled: '已领取' },
  service: { pending: '待生效', approved: '可使用', fulfilled: '已用完' },
}

/** A benefit's state as it is shown. */
export function showOfferState({ state, form }: Pick<Offer, 'state' | 'form'>): StateShown {
  switch (state.kind) {
    case 'foreseen':
      return { word: '续保可得', mark: 'percent', tone: 'good' }
    case 'to-verify':
      return { word: '待核实', mark: 'unknown', tone: 'warn' }
    case 'stopped':
      return { word: '暂停办理', mark: 'clock', tone: 'warn' }
    case 'not-given':
      return { word: '未享受', mark: 'cross', tone: 'quiet' }
    case 'given':
      return showStatus(state.status, form)
  }
}

function showStatus(status: Status, form: Form): StateShown {
  switch (status) {
    case 'pending':
      return { word: words[form].pending, mark: 'clock', tone: 'warn' }
    case 'approved':
      return { word: words[form].approved, mark: form === 'service' ? 'tick' : 'parcel', tone: 'good' }
    case 'fulfilled':
      return { word: words[form].fulfilled, mark: 'tick', tone: 'good' }
    case 'refused':
      return { word: '未通过', mark: 'cross', tone: 'bad' }
    case 'expired':
      return { word: '已过期', mark: 'cross', tone: 'quiet' }
    case 'clawed-back':
      return { word: '已收回', mark: 'back', tone: 'bad' }
  }
}

/** Whether the benefit is the customer's, or on its way to be. */
export const isHeld = ({ state }: Pick<Offer, 'state'>): boolean =>
  state.kind === 'given' && ['pending', 'approved', 'fulfilled'].includes(state.status)
