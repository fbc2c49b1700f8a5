import type { Benefit, PolicyBenefit } from '#rules/benefit/benefit'
import { type DayFigures, dayFiguresIdOf } from '#rules/daily/day-figures'
import type { DrawBook } from '#rules/prize-draw/draw-book'
import { addDays, type Day, endOf, type Instant, startOf } from '#values/days'
import { fen } from '#values/money'
import { collection, command } from './collection'
import type { PolicyOnFile } from './policies'

/** What each day brought, counted by the database itself: no draw, policy or entry leaves it. */
const figures = collection<DayFigures>('dayFigures')
const books = collection<DrawBook>('drawBooks')
const benefits = collection<Benefit>('benefits')
const policies = collection<PolicyOnFile>('policies')
const $ = command.aggregate

/** The campaign's days that were counted, the earliest first. One database operation for each 100. */
export const listDayFigures = (campaignId: string): Promise<DayFigures[]> => figures.listAll({ campaignId })

/** In the place of what was counted of that day before. */
export async function keepDayFigures(counted: DayFigures): Promise<void> {
  const { _id, ...rest } = counted
  if (await figures.add(counted)) return
  await figures.updateWhere({ _id }, rest)
}

/**
 * Six database operations, each over what an index finds of the one day: with 100,000 customers at most that many draw books.
 * For the timer, not for a person who waits.
 */
export async function countDay(campaignId: string, on: Day, now: Instant): Promise<DayFigures> {
  const [drawn, shares, ledger, issued, due, renewedInTime] = await Promise.all([
    countDraws(campaignId, on),
    books.count({ campaignId, 'shareCredits.on': on }),
    countLedger(campaignId, on),
    countIssued(on),
    policies.count({ coverEndsOn: on, state: 'in-force' }),
    policies.count({ coverStartsOn: addDays(on, 1), businessKind: 'renewal', state: 'in-force' }),
  ])
  return {
    _id: dayFiguresIdOf(campaignId, on),
    campaignId,
    on,
    countedAt: now,
    ...drawn,
    shares,
    ...ledger,
    ...issued,
    due,
    renewedInTime,
  }
}

async function countDraws(campaignId: string, on: Day): Promise<Pick<DayFigures, 'drawers' | 'draws'>> {
  const ofTheDay = $.filter({
    input: '$draws',
    as: 'draw',
    cond: $.and([$.eq(['$$draw.on', on]), $.neq(['$$draw.outcome.kind', 'prize-stopped'])]),
  })
  const [sum] = await books.groups<{ drawers: number; draws: number }>(
    { campaignId, drewOn: on },
    { _id: null, drawers: $.sum(1), draws: $.sum($.size(ofTheDay)) },
  )
  return { drawers: sum?.drawers ?? 0, draws: sum?.draws ?? 0 }
}

const COUNTED_RULES: readonly Benefit['rule'][] = ['prize-draw', 'new-customer-discount', 'referral-reward']

/** What was decided on that day. A discount that the rule did not grant made nobody a new customer. */
async function countLedger(
  campaignId: string,
  on: Day,
): Promise<Pick<DayFigures, 'wins' | 'newCustomers' | 'referrals'>> {
  const groups = await benefits.groups<{
    _id: { rule: Benefit['rule']; decision?: PolicyBenefit['decision']['kind'] | null }
    count: number
  }>(
    { campaignId, rule: command.in([...COUNTED_RULES]), grantedOn: on },
    { _id: { rule: '$rule', decision: '$decision.kind' }, count: $.sum(1) },
  )
  const count = (rule: Benefit['rule'], granted: boolean) =>
    groups
      .filter(({ _id }) => _id.rule === rule && (!granted || _id.decision === 'granted'))
      .reduce((total, group) => total + group.count, 0)
  return {
    wins: count('prize-draw', false),
    newCustomers: count('new-customer-discount', true),
    referrals: count('referral-reward', true),
  }
}

type Issued = Pick<DayFigures, 'newPolicies' | 'transfers' | 'renewals' | 'newPremiumFen' | 'renewalPremiumFen'>

async function countIssued(on: Day): Promise<Issued> {
  const groups = await policies.groups<{ _id: PolicyOnFile['businessKind']; count: number; premiumFen: number }>(
    { issuedAt: command.gte(startOf(on)).and(command.lt(endOf(on))), state: 'in-force' },
    { _id: '$businessKind', count: $.sum(1), premiumFen: $.sum('$commercialPremiumFen') },
  )
  const of = (kind: PolicyOnFile['businessKind']) => groups.find(({ _id }) => _id === kind)
  const [fresh, transfer, renewal] = [of('new'), of('transfer'), of('renewal')]
  return {
    newPolicies: fresh?.count ?? 0,
    transfers: transfer?.count ?? 0,
    renewals: renewal?.count ?? 0,
    newPremiumFen: fen((fresh?.premiumFen ?? 0) + (transfer?.premiumFen ?? 0)),
    renewalPremiumFen: fen(renewal?.premiumFen ?? 0),
  }
}
