import { Text, View } from '@tarojs/components'
import { formatInstant } from '#values/days'
import { fen, formatFen, formatYuan } from '#values/money'
import type { CollectionView } from '@/cloud/prize-collection'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { PrizeIcon } from '@/components/illustrations/PrizeIcon'
import { StaleMark } from '@/components/StaleMark'
import { StateWord } from '@/components/StateWord'
import { stageStates } from './stage-state'
import './PrizeHead.scss'

/** What was won, how far it is, what comes next, and what the tax office gets. */
export function PrizeHead({ view, stale }: { view: CollectionView; stale: boolean }) {
  const { prize, stage, next, tax, returned } = view
  return (
    <Card tone="benefit">
      <View className="prize-head">
        <PrizeIcon kind={prize.kind} size={56} />
        <View className="prize-head__words">
          <Text className="prize-head__name">{prize.name}</Text>
          <Text className="prize-head__value">{`价值 ${formatYuan(fen(prize.valueFen))}`}</Text>
        </View>
        <StateWord state={stageStates[stage]} />
      </View>
      {stage === 'returned' && returned ? (
        <Banner tone="bad" text={`${formatInstant(returned.at).slice(0, 10)} 退回，${next}`} />
      ) : (
        <Text className="prize-head__next">{next}</Text>
      )}
      {isStillOpen(stage) && <Text className="prize-head__delivery">{prize.deliveryNote}</Text>}
      <StaleMark stale={stale} />
      {tax && (
        <Facts
          facts={[
            ['计税金额', formatFen(fen(tax.grossFen))],
            [
              tax.borneBy === 'organiser' ? '个税（主办方承担）' : '个税（您承担，代扣代缴）',
              formatFen(fen(tax.withheldFen)),
            ],
            ['您实得价值', formatFen(fen(tax.netFen))],
          ]}
        />
      )}
    </Card>
  )
}

/** Until somebody has chosen how it comes, the terms' own words say it. */
const isStillOpen = (stage: CollectionView['stage']): boolean => stage === 'not-open' || stage === 'to-fill'
