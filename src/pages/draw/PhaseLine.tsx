import { Text, View } from '@tarojs/components'
import type { CampaignHead } from '@/cloud/campaign'
import { type Countdown, countdown } from './countdown'
import './PhaseLine.scss'
import { useServerTime } from './use-server-time'

interface PhaseLineProps {
  campaign: CampaignHead
  /** The cloud's time when the page was opened. */
  now: number
  /** Called when the counted time has come: the campaign begins or ends. */
  onTime: () => void
}

/** Where the campaign stands: counts down to its start, then to its end. */
export function PhaseLine({ campaign, now, onTime }: PhaseLineProps) {
  switch (campaign.phase) {
    case 'preparation':
    case 'warm-up':
      return <Clock label="距活动开始" now={now} until={campaign.runsFromAt} onTime={onTime} />
    case 'running':
      return <Clock label="距活动结束" now={now} until={campaign.runsUntilAt} onTime={onTime} />
    case 'collection':
      return <PlainLine text="抽奖已结束，正在领奖" />
    case 'closed':
      return <PlainLine text="活动已结束" />
  }
}

const PlainLine = ({ text }: { text: string }) => (
  <View className="phase-line">
    <Text className="phase-line__label">{text}</Text>
  </View>
)

interface ClockProps {
  label: string
  now: number
  until: number
  onTime: () => void
}

function Clock({ label, now, until, onTime }: ClockProps) {
  const left = countdown(useServerTime(now, until, onTime), until)
  if (!left) return null
  return (
    <View className="phase-line">
      <Text className="phase-line__label">{label}</Text>
      {parts(left).map(([figure, unit]) => (
        <View className="phase-line__part" key={unit}>
          <Text className="phase-line__figure">{figure}</Text>
          <Text className="phase-line__unit">{unit}</Text>
        </View>
      ))}
    </View>
  )
}

const two = (value: number) => String(value).padStart(2, '0')

/** Days and hours while there are days; the ticking clock on the last day. */
function parts({ days, hours, minutes, seconds }: Countdown): [string, string][] {
  if (days > 0)
    return [
      [String(days), '天'],
      [two(hours), '时'],
      [two(minutes), '分'],
    ]
  return [
    [two(hours), '时'],
    [two(minutes), '分'],
    [two(seconds), '秒'],
  ]
}
