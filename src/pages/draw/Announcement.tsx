import { Text, View } from '@tarojs/components'
import type { DrawPageView } from '@/cloud/prize-draw'
import { accessible } from '@/components/accessible'
import type { DrawRun } from './draw-machine'
import { outcomeTexts } from './outcome-texts'

/** What a screen reader says while the light runs and when it has stopped. Not seen. */
export function Announcement({ run, view }: { run: DrawRun; view: DrawPageView }) {
  return (
    <View className="draw-page__spoken" {...accessible({ role: 'status', live: true })}>
      <Text>{spoken(run, view)}</Text>
    </View>
  )
}

function spoken(run: DrawRun, view: DrawPageView): string {
  switch (run.kind) {
    case 'waiting':
    case 'landing':
      return '正在抽奖'
    case 'shown': {
      const { title, sentence } = outcomeTexts(run.receipt.outcome, view)
      return `${title}。${sentence}`
    }
    case 'refused':
      return run.failure.message
    case 'idle':
      return ''
  }
}
