import { Text, View } from '@tarojs/components'
import type { SentInvitation } from '@/cloud/referral'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { EmptyDrawing } from '@/components/illustrations/scenes'
import { type StateShown, StateWord } from '@/components/StateWord'
import './referral.scss'

const states: Record<SentInvitation['state'], StateShown> = {
  opened: { word: '已打开', mark: 'unknown', tone: 'quiet' },
  accepted: { word: '已接受', mark: 'tick', tone: 'good' },
  issued: { word: '已投保', mark: 'tick', tone: 'good' },
  'not-counted': { word: '不算推荐', mark: 'cross', tone: 'bad' },
  expired: { word: '已过期', mark: 'cross', tone: 'quiet' },
  replaced: { word: '已被替换', mark: 'cross', tone: 'quiet' },
}

interface InvitationsProps {
  invitations: readonly SentInvitation[]
  may: boolean
}

/** Who opened an invitation, the latest first, each with its state and what comes next. */
export function Invitations({ invitations, may }: InvitationsProps) {
  if (invitations.length === 0 && !may) return null
  return (
    <Card title="我的邀请">
      {invitations.length === 0 ? (
        <EmptyState drawing={<EmptyDrawing />} sentence="还没有朋友打开您的邀请。" />
      ) : (
        invitations.map(({ invitationId, who, state, next }) => (
          <View className="referral__row" key={invitationId}>
            <View className="referral__head">
              <Text className="referral__who">{who}</Text>
              <StateWord state={states[state]} />
            </View>
            <Text className="referral__next">{next}</Text>
          </View>
        ))
      )}
    </Card>
  )
}
