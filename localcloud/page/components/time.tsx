import { Tooltip } from 'antd'
import { useCloudTime } from '../cloud/pulse'
import { useTexts } from '../texts/language'
import type { Texts } from '../texts/zh'

const EIGHT_HOURS = 8 * 3_600_000

/** `2026-09-08 10:00:00`, in UTC+8, which is the cloud's timers' zone and its customers'. */
export function beijing(at: number): string {
  const wall = new Date(at + EIGHT_HOURS)
  return Number.isNaN(wall.getTime()) ? '—' : wall.toISOString().slice(0, 19).replace('T', ' ')
}

/** The two largest units of a duration. */
export function durationText(ms: number, { units }: Texts): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const parts = [
    { value: Math.floor(seconds / 86_400), say: units.days },
    { value: Math.floor((seconds % 86_400) / 3600), say: units.hours },
    { value: Math.floor((seconds % 3600) / 60), say: units.minutes },
    { value: seconds % 60, say: units.seconds },
  ]
  const first = parts.findIndex(({ value }) => value > 0)
  if (first < 0) return units.seconds(0)
  return parts
    .slice(first, first + 2)
    .filter(({ value }) => value > 0)
    .map(({ value, say }) => say(value))
    .join(' ')
}

/** An instant of the cloud's clock; how far away it is shows on pointing. */
export function Time({ at, away }: { at: number; away?: boolean }) {
  const texts = useTexts()
  const now = useCloudTime()
  const distance = now === undefined ? undefined : at - now
  const said =
    distance === undefined
      ? ''
      : Math.abs(distance) < 1000
        ? texts.units.now
        : distance > 0
          ? texts.units.ahead(durationText(distance, texts))
          : texts.units.ago(durationText(distance, texts))
  return (
    <Tooltip title={`${texts.units.beijing} ${said}`}>
      <span className="figures">{away ? said : beijing(at)}</span>
    </Tooltip>
  )
}
