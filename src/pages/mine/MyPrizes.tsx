import Taro from '@tarojs/taro'
import type { MyPrize } from '@/cloud/prizes'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { EmptyDrawing } from '@/components/illustrations/scenes'
import { PrizeEntry } from './PrizeEntry'

/** 我的奖品, the latest first. */
export function MyPrizes({ prizes }: { prizes: MyPrize[] }) {
  return (
    <Card title="我的奖品">
      {prizes.length === 0 ? (
        <EmptyState
          drawing={<EmptyDrawing />}
          sentence="还没有奖品。每天都有一次免费的机会。"
          action={{ text: '去抽奖', onClick: () => Taro.switchTab({ url: '/pages/draw/index' }) }}
        />
      ) : (
        prizes.map((prize) => <PrizeEntry key={prize.benefitId} prize={prize} />)
      )}
    </Card>
  )
}
