import { fen, formatYuan } from '#values/money'
import { type FoundPrize, type HandedOver, handOver } from '@/cloud/prize-hand-over'
import { ConfirmHandOver } from './ConfirmHandOver'

interface ConfirmPrizeProps {
  code: string
  prize: FoundPrize
  onHandedOver: (done: HandedOver) => void
  onBack: () => void
}

/** A prize, by the code that was shown for it. */
export function ConfirmPrize({ code, prize, onHandedOver, onBack }: ConfirmPrizeProps) {
  return (
    <ConfirmHandOver
      title={prize.prizeName}
      note={`价值 ${formatYuan(fen(prize.valueFen))}`}
      facts={[
        ['领奖人', prize.name],
        ['手机号', prize.phone],
        ['领奖码', code.replace(/(.{4})(?=.)/g, '$1 ')],
      ]}
      caution="请核对领奖人本人，再把奖品交给客户。登记错了 10 分钟内可以撤回。"
      deed="确认发奖"
      act={(requestKey) => handOver(code, requestKey)}
      onHandedOver={onHandedOver}
      onBack={onBack}
    />
  )
}
