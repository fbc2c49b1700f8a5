interface GoalBarProps {
  label: string
  /** 0 to 1 and beyond; null while nothing is known. */
  reached: number | null
  /** What stands at the end of the bar, and at the goal's line. */
  said: string
  goal: string
}

/** Where the goal's line stands: what goes beyond it has room. */
const GOAL_AT = 82

/** How far a goal is reached: the bar is what is so, the line is the goal. */
export function GoalBar({ label, reached, said, goal }: GoalBarProps) {
  const long = Math.min((reached ?? 0) * GOAL_AT, 100)
  return (
    <figure className="goal-bar" aria-label={`${label}：${said}，${goal}`}>
      <figcaption>
        <span>{label}</span>
        <b className="goal-bar__said">{said}</b>
      </figcaption>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="1" width="100" height="8" className="goal-bar__way" />
        <rect x="0" y="1" width={long} height="8" className="goal-bar__reached" />
        <rect x={GOAL_AT - 0.2} y="0" width="0.4" height="10" className="goal-bar__line" />
      </svg>
      <p style={{ left: `${GOAL_AT}%` }}>{goal}</p>
    </figure>
  )
}
