import type { LeadItem } from '#contract/lead-desk'
import type { StateShown } from '../../components/StateTag'

export const kinds: Readonly<Record<LeadItem['kind'], string>> = { apply: '预约投保', renew: '预约续保' }

export const states: Readonly<Record<LeadItem['state'], string>> = { open: '待联系', contacted: '已联系' }

export const outcomeTones: Readonly<Record<LeadItem['calls'][number]['outcome'], StateShown['tone']>> = {
  reached: 'good',
  coming: 'gold',
  'no-answer': 'warn',
  'not-wanted': 'quiet',
}
