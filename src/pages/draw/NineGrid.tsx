import { Text, View } from '@tarojs/components'
import type { DrawPageView, PrizeOnShow } from '@/cloud/prize-draw'
import { accessible } from '@/components/accessible'
import { PrizeIcon } from '@/components/illustrations/PrizeIcon'
import type { DrawRun } from './draw-machine'
import { Lamps } from './Lamps'
import './NineGrid.scss'
import { useGridRun } from './use-grid-run'

interface NineGridProps {
  view: Pick<DrawPageView, 'grid' | 'prizes'>
  run: DrawRun
  centre: { main: string; sub: string }
  /** False: the button in the middle only says why not. */
  pressable: boolean
  onPress: () => void
  onLanded: () => void
}

/** The outer cells clockwise from the top left, in the order in which rows are read; -1 is the button. */
const READING_ORDER = [0, 1, 2, 7, -1, 3, 6, 5, 4]

/** 九宫格: eight cells of prizes on cream within a rim of lamps, the button in the middle. */
export function NineGrid({ view, run, centre, pressable, onPress, onLanded }: NineGridProps) {
  const animations = useGridRun(run, onLanded)
  const running = run.kind === 'waiting' || run.kind === 'landing'
  return (
    <View className={`nine-grid ${running ? 'nine-grid--running' : ''}`}>
      <Lamps />
      <View className="nine-grid__field">
        {READING_ORDER.map((cell) =>
          cell === -1 ? (
            <View
              key="centre"
              className={`nine-grid__centre ${pressable && !running ? '' : 'nine-grid__centre--resting'}`}
              hoverClass="nine-grid__centre--pressed"
              onClick={() => pressable && !running && onPress()}
              {...accessible({
                role: 'button',
                label: running ? '正在抽奖' : `${centre.main}，${centre.sub}`,
                disabled: !pressable || running,
              })}
            >
              <Text className="nine-grid__main">{running ? '抽奖中' : centre.main}</Text>
              <Text className="nine-grid__sub">{running ? '请稍候' : centre.sub}</Text>
            </View>
          ) : (
            <Cell key={cell} prize={prizeAt(view, cell)} animation={animations[cell] ?? ''} />
          ),
        )}
      </View>
    </View>
  )
}

function prizeAt({ grid, prizes }: NineGridProps['view'], cell: number): PrizeOnShow | null {
  return prizes.find(({ prizeId }) => prizeId === grid[cell]) ?? null
}

function Cell({ prize, animation }: { prize: PrizeOnShow | null; animation: string }) {
  const gone = prize?.left === 0
  return (
    <View className={`nine-grid__cell ${gone ? 'nine-grid__cell--gone' : ''}`} style={{ animation }}>
      <PrizeIcon kind={prize?.kind ?? 'thanks'} size={40} />
      <Text className="nine-grid__name">{prize?.name ?? '谢谢参与'}</Text>
      {gone && <Text className="nine-grid__gone">已发完</Text>}
    </View>
  )
}
