import type { readBudget } from '#contract/budget'
import type { OutputOf } from '#contract/operation'
import { fen } from '#values/money'
import { lineNames } from '../../ledger-words'

type Line = OutputOf<typeof readBudget>['lines'][number]

/** The nine lines: the plan in grey, of it what is paid in red and what is promised in gold. All to one scale. */
export function BudgetBars({ lines }: { lines: readonly Line[] }) {
  const most = Math.max(
    ...lines.map(({ plannedFen, paidFen, promisedFen }) => Math.max(plannedFen, (paidFen ?? 0) + (promisedFen ?? 0))),
  )
  return (
    <ul className="budget-bars">
      {lines.map((line) => (
        <Bar key={line.line} line={line} most={most} />
      ))}
    </ul>
  )
}

function Bar({ line: { line, plannedFen, promisedFen, paidFen }, most }: { line: Line; most: number }) {
  const share = (amount: number) => `${(amount * 100) / most}%`
  const known = promisedFen !== null && paidFen !== null
  const used = (paidFen ?? 0) + (promisedFen ?? 0)
  return (
    <li>
      <span className="budget-bars__name">{lineNames[line]}</span>
      <div className="budget-bars__way" aria-hidden="true">
        <span className="budget-bars__planned" style={{ width: share(plannedFen) }} />
        <span className="budget-bars__paid" style={{ width: share(paidFen ?? 0) }} />
        <span className="budget-bars__promised" style={{ left: share(paidFen ?? 0), width: share(promisedFen ?? 0) }} />
      </div>
      <span className="budget-bars__words">
        <b>{known ? inTenThousands(used) : '不在台账'}</b> / {inTenThousands(plannedFen)}
        {known && <em>{used > plannedFen ? '超出计划' : `用了 ${percentOf(used, plannedFen)}`}</em>}
      </span>
    </li>
  )
}

/** 12.3 万元: two digits less than the table has, which says it to the fen. */
function inTenThousands(amount: number): string {
  const tenths = Math.round(fen(amount) / 100_000)
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} 万元`
}

/** Rounded down: nothing is used up before it is. */
const percentOf = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.floor((part * 100) / whole)}%`)
