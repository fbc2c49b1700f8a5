import { useState } from 'react'
import { type GivenGift, giveGift, type WaitingGift } from '@/cloud/gift-hand-over'
import type { FoundCustomer } from '@/cloud/prize-hand-over'
import { ConfirmHandOver } from './ConfirmHandOver'
import { CustomerCard } from './CustomerCard'

interface CustomerStepProps {
  code: string
  customer: FoundCustomer
  onGiven: (done: GivenGift) => void
  onBack: () => void
}

/** Who shows the code; then, where a gift waits for them, its hand-over. */
export function CustomerStep({ code, customer, onGiven, onBack }: CustomerStepProps) {
  const [gift, choose] = useState<WaitingGift | null>(null)
  if (gift === null) return <CustomerCard customer={customer} onGift={choose} onBack={onBack} />
  return (
    <ConfirmHandOver
      title={gift.name}
      note="优惠礼品，已审核通过"
      facts={[
        ['投保人', customer.holder?.name ?? ''],
        ['手机号', customer.holder?.phone ?? ''],
      ]}
      caution="请核对客户本人，再把礼品交给客户。登记错了 10 分钟内可以撤回。"
      deed="确认交付"
      act={(requestKey) => giveGift(gift.benefitId, code, requestKey)}
      onHandedOver={onGiven}
      onBack={() => choose(null)}
    />
  )
}
