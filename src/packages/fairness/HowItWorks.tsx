import { Text, View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Mark, type MarkName } from '@/components/illustrations/Mark'
import { SealDrawing } from '@/components/illustrations/scenes'
import { StaleMark } from '@/components/StaleMark'
import './HowItWorks.scss'

const steps: { mark: MarkName; title: string; words: string }[] = [
  {
    mark: 'lock',
    title: '开始前：先锁定',
    words: '活动开始前，每天的种子已全部生成，并公布了由它们算出的承诺。此后换掉任何一天的种子，都会与承诺对不上。',
  },
  {
    mark: 'dice',
    title: '抽奖时：您也出一份',
    words: '号码由当天的种子和您手机产生的随机数一起算出，落在哪个奖品的范围里，就是哪个结果。凭证记下全部依据。',
  },
  {
    mark: 'open',
    title: '次日：公开种子',
    words: '当天结束后公布种子。任何人都可以用凭证和种子重算一遍，结果应当一字不差。',
  },
]

/** How the draw is kept honest, for somebody who has never heard of a hash. */
export function HowItWorks({ stale }: { stale: boolean }) {
  return (
    <View className="how-it-works">
      <View className="how-it-works__head">
        <SealDrawing size={80} />
        <View className="how-it-works__words">
          <Text className="how-it-works__title" {...accessible({ role: 'heading' })}>
            每一次抽奖，您都可以自己核对
          </Text>
          <StaleMark stale={stale} />
        </View>
      </View>
      {steps.map(({ mark, title, words }) => (
        <View className="how-it-works__step" key={title}>
          <View className="how-it-works__mark">
            <Mark name={mark} size={22} />
          </View>
          <View className="how-it-works__words">
            <Text className="how-it-works__name">{title}</Text>
            <Text className="how-it-works__sentence">{words}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
