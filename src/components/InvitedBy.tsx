import { Text } from '@tarojs/components'
import { day, formatDay } from '#values/days'
import { Card } from './Card'

interface Invitation {
  /** Masked: 李**. */
  by: string
  /** 9.8 折. */
  discount: string
  /** Last day on which it counts. */
  validUntilOn: string
  /** Last four digits of the phone to apply with; null until it is proven. */
  phoneTail: string | null
}

/** §5.3.1 Who invited the customer, what it adds, and what is still to be done for it. */
export const InvitedBy = ({ invitation }: { invitation: Invitation }) => (
  <Card tone="benefit" title={`由 ${invitation.by} 邀请`}>
    <Text>{invitationText(invitation)}</Text>
  </Card>
)

function invitationText({ discount, phoneTail, validUntilOn }: Invitation): string {
  const until = `${formatDay(day(validUntilOn))}前（含当日）`
  return phoneTail === null
    ? `在新客户折扣之上再享 ${discount}。请打开朋友发来的邀请，验证手机号后才算数；${until}有效。`
    : `在新客户折扣之上再享 ${discount}：${until}用尾号 ${phoneTail} 的手机号投保。`
}
