import { day, formatDay } from '#values/days'
import { type HandOvers, takeHandOverBack } from '@/cloud/prize-hand-over'
import { HandedOverList } from './HandedOverList'

interface TodaysHandOversProps {
  today: HandOvers
  stale: boolean
  onChanged: () => void
}

/** What this branch has handed over today of prizes. */
export function TodaysHandOvers({ today: { on, handOvers }, stale, onChanged }: TodaysHandOversProps) {
  return (
    <HandedOverList
      title="今日发奖"
      note={`${formatDay(day(on))}，共 ${handOvers.length} 件`}
      none="今天还没有发奖。"
      lines={handOvers.map(({ prizeName, ...line }) => ({ ...line, what: prizeName }))}
      stale={stale}
      undo={(benefitId) => takeHandOverBack(benefitId, '登记错了，撤回')}
      onChanged={onChanged}
    />
  )
}
