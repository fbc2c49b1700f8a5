import type { DayOfCampaign } from '#contract/daily'
import { day, formatDay } from '#values/days'
import type { Measure } from '../measures'

const WIDTH = 280
const HEIGHT = 96
/** Room for the days below the bars, and for the greatest figure above them. */
const FOOT = 18
const HEAD = 16
const WIDEST = 28

interface DayBarsProps {
  measure: Measure
  days: readonly DayOfCampaign[]
  /** The day that is under way: its bar is open, since more is to come. */
  today: string
}

/** A bar a day, the greatest with its figure. What a bar is, its title says; the table beside it says it to everybody. */
export function DayBars({ measure: { name, unit, of }, days, today }: DayBarsProps) {
  const most = Math.max(...days.map(of), 0)
  const step = Math.min(WIDTH / days.length, WIDEST + 4)
  const high = HEIGHT - FOOT - HEAD
  const peak = days.findIndex((figures) => of(figures) === most)
  const middleOf = (index: number) => index * step + step / 2
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="day-bars" role="img" aria-label={`${name}，每天一条`}>
      <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT + 0.5} y2={HEIGHT - FOOT + 0.5} className="day-bars__ground" />
      {days.map((figures, index) => {
        const tall = most === 0 ? 0 : (of(figures) / most) * high
        return (
          <rect
            key={figures.on}
            x={index * step + step * 0.15}
            width={step * 0.7}
            y={HEIGHT - FOOT - tall}
            height={tall}
            rx={Math.min(2, step * 0.2)}
            className={figures.on === today ? 'day-bars__bar day-bars__bar--open' : 'day-bars__bar'}
          >
            <title>{`${formatDay(day(figures.on))} ${of(figures)} ${unit}`}</title>
          </rect>
        )
      })}
      {most > 0 && (
        <text x={within(middleOf(peak))} y={HEIGHT - FOOT - high - 4} textAnchor={anchorOf(middleOf(peak))}>
          {most}
        </text>
      )}
      {marks(days.length).map((index) => (
        <text key={index} x={within(middleOf(index))} y={HEIGHT - 4} textAnchor={anchorOf(middleOf(index))}>
          {shortDay(days[index]?.on ?? today)}
        </text>
      ))}
    </svg>
  )
}

/** The first, the middle and the last day. */
const marks = (count: number): number[] =>
  count < 5 ? [...new Set([0, count - 1])] : [0, Math.floor((count - 1) / 2), count - 1]

const shortDay = (on: string) => on.slice(5).split('-').map(Number).join('/')
const within = (x: number) => (x < 20 ? 0 : x > WIDTH - 20 ? WIDTH : x)
const anchorOf = (x: number) => (x < 20 ? 'start' : x > WIDTH - 20 ? 'end' : 'middle')
