import { Text, View } from '@tarojs/components'
import type { Chances as ChancesOfToday } from '@/cloud/prize-draw'
import { Card } from '@/components/Card'
import { PrimaryButton } from '@/components/PrimaryButton'
import './Chances.scss'
import type { DrawGate } from './draw-gate'
import { nextFreeText, shareOffer } from './next-chance'

interface ChancesProps {
  chances: ChancesOfToday
  gate: DrawGate
  howTo: readonly string[]
  onShare: () => void
}

/** How many chances are left today, and how to get another one. Outside the campaign only how it works. */
export function Chances({ chances, gate, howTo, onShare }: ChancesProps) {
  const counts = gate.kind === 'open' || gate.kind === 'no-chance-left' || gate.kind === 'not-following'
  return (
    <Card title={counts ? '抽奖机会' : '怎样抽奖'} className="chances">
      {counts && <Today chances={chances} onShare={onShare} />}
      {howTo.map((sentence) => (
        <Text className="chances__how" key={sentence}>
          {sentence}
        </Text>
      ))}
    </Card>
  )
}

function Today({ chances, onShare }: Pick<ChancesProps, 'chances' | 'onShare'>) {
  const { left, used, share } = chances
  const offer = shareOffer(chances)
  return (
    <View>
      <View className="chances__figures">
        <Figure count={left} label="今天还剩（次）" />
        <Figure count={used} label="今天已抽（次）" />
      </View>
      {offer !== null && (
        <View className="chances__offer">
          {share.mode === 'on-visit' && <Text className="chances__sentence">{offer}</Text>}
          <PrimaryButton tone={left > 0 ? 'quiet' : 'main'} onClick={onShare}>
            {share.mode === 'on-visit' ? '点击分享到朋友圈' : '点击分享到朋友圈，再得一次机会'}
          </PrimaryButton>
        </View>
      )}
      {share.mode !== 'off' && share.state === 'granted' && (
        <Text className="chances__sentence">今天的分享机会已经得到。</Text>
      )}
      <Text className="chances__sentence">{nextFreeText(chances)}</Text>
    </View>
  )
}

const Figure = ({ count, label }: { count: number; label: string }) => (
  <View className="chances__figure">
    <Text className={`chances__count ${count === 0 ? 'chances__count--none' : ''}`}>{count}</Text>
    <Text className="chances__label">{label}</Text>
  </View>
)
