import type { StaffInvitee } from '#contract/referrals'
import type { StateShown } from '../../components/StateTag'

/** How far an invitation has come, in the order of its way. */
export const states: Readonly<Record<StaffInvitee['state'], StateShown>> = {
  opened: { word: '已打开', tone: 'quiet' },
  accepted: { word: '已接受', tone: 'gold' },
  issued: { word: '已投保', tone: 'good' },
  'not-counted': { word: '不算推荐', tone: 'bad' },
  expired: { word: '已过期', tone: 'quiet' },
  replaced: { word: '已被替换', tone: 'quiet' },
}
