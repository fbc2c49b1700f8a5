import { Link } from 'react-router-dom'
import type { OutputOf } from '#contract/operation'
import type { readOverview, WorkList } from '#contract/overview'
import { StateTag } from '../../components/StateTag'
import { useMe } from '../../shell/me'
import { allPages } from '../all'
import { workLists } from '../ledger-words'
import './WorkCards.css'

type Counts = Pick<OutputOf<typeof readOverview>, 'work' | 'leads'>

/** The page on which its entries are dealt with. */
const pages: Readonly<Record<WorkList, string>> = {
  review: 'review',
  payout: 'payouts',
  'hand-over': 'prizes',
  'to-verify': 'benefits',
  customer: 'benefits',
  hold: 'benefits',
}
const order: readonly WorkList[] = ['review', 'payout', 'hand-over', 'to-verify', 'customer', 'hold']

/** One card for each work list; it leads to the page where the work is done, for those who may open it. */
export function WorkCards({ work, leads }: Counts) {
  const found = order.flatMap((list) => work.filter((one) => one.list === list))
  return (
    <ul className="work-cards">
      {found.map(({ list, ...count }) => (
        <WorkCard key={list} {...workLists[list]} {...count} path={pages[list]} query={`?waits=${list}`} unit="笔" />
      ))}
      <WorkCard name="待联系预约" who="由网点打电话" {...leads} path="leads" query="" unit="个" />
    </ul>
  )
}

interface WorkCardProps {
  name: string
  who: string
  waiting: number
  overdue: number
  path: string
  query: string
  unit: string
}

function WorkCard({ name, who, waiting, overdue, path, query, unit }: WorkCardProps) {
  const { role } = useMe()
  const mayOpen = allPages.some((page) => page.path === path && page.roles.includes(role))
  const words = (
    <>
      <span className="work-cards__name">{name}</span>
      <b className="work-cards__figure">{waiting}</b>
      <span className="work-cards__late">
        {overdue > 0 ? (
          <StateTag state={{ word: `逾期 ${overdue} ${unit}`, tone: 'bad' }} />
        ) : (
          <StateTag state={{ word: '没有逾期', tone: 'good' }} />
        )}
      </span>
      <small>{who}</small>
    </>
  )
  return (
    <li>
      {mayOpen ? (
        <Link className="work-cards__card" to={`/${path}${query}`}>
          {words}
        </Link>
      ) : (
        <div className="work-cards__card">{words}</div>
      )}
    </li>
  )
}
