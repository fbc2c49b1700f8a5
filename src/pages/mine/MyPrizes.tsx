import Taro from '@tarojs/taro'
import type { Phase } from '@/cloud/campaign'
import type { MyPrize } from '@/cloud/prizes'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { EmptyDrawing } from '@/components/illustrations/scenes'
import { Paged } from '@/components/Paged'
import { PrizeEntry } from './PrizeEntry'

const PRIZES_AT_ONCE = 5

/** 我的奖品, the latest first. */
export function MyPrizes({ prizes, phase }: { prizes: MyPrize[]; phase: Phase }) {
  return (
    <Card title="我的奖品">
      {prizes.length === 0 ? (
        <NoPrize phase={phase} />
      ) : (
        <Paged id="my-prizes" items={prizes} size={PRIZES_AT_ONCE} unit="件">
          {(shown) => shown.map((prize) => <PrizeEntry key={prize.benefitId} prize={prize} />)}
        </Paged>
      )}
    </Card>
  )
}

function NoPrize({ phase }: { phase: Phase }) {
  const running = phase === 'running'
  const action = running
    ? { text: '去抽奖', onClick: () => Taro.switchTab({ url: '/pages/draw/index' }) }
    : { text: '看活动规则', onClick: () => Taro.navigateTo({ url: '/packages/rules/pages/index' }) }
  return (
    <EmptyState
      drawing={<EmptyDrawing />}
      sentence={running ? '还没有奖品，每天可免费抽奖。' : '没有奖品，现在不是抽奖时间。'}
      action={action}
    />
  )
}
