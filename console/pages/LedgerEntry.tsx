import type { ReactNode } from 'react'
import type { LedgerItem } from '#contract/benefits'
import { InstantText } from '../components/DayText'
import { MoneyText } from '../components/MoneyText'
import { StateTag } from '../components/StateTag'
import { statuses } from './ledger-words'
import './LedgerEntry.css'

interface LedgerEntryProps extends Pick<LedgerItem, 'title' | 'amountFen' | 'status'> {
  /** Below the amount: clause, promise. */
  under?: ReactNode
  children: ReactNode
}

/** One entry of the ledger beside a list: what it is, its amount, its status, and all that follows. */
export function LedgerEntry({ title, amountFen, status, under, children }: LedgerEntryProps) {
  return (
    <div className="ledger-entry">
      <header>
        <h2>{title}</h2>
        <p className="ledger-entry__amount">
          <MoneyText of={amountFen} />
          <StateTag state={statuses[status]} />
        </p>
        {under && <p className="ledger-entry__under">{under}</p>}
      </header>
      {children}
    </div>
  )
}

/** What is known of it, two beside each other. */
export function EntryFacts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="ledger-entry__facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface Step {
  status: LedgerItem['status']
  at: number
  by: string
  why: string | null
}

/** What became of it so far, who did it and why. */
export function EntryHistory({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="ledger-entry__history">
      {steps.map(({ status, at, by, why }) => (
        <li key={`${status}-${at}-${why}`}>
          <StateTag state={statuses[status]} />
          <span>
            <InstantText at={at} /> · {by}
            {why && <small>{why}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}
