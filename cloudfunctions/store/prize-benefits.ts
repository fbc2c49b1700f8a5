import type { PrizeBenefit, WaitsFor } from '#rules/benefit/benefit'
import type { Day } from '#values/days'
import { collection, command, type Fields } from './collection'

/** The ledger, asked for prizes of the draw alone. */
const benefits = collection<PrizeBenefit>('benefits')

/** Which prizes are asked for. */
export interface PrizeFilter {
  campaignId: string
  prizeId?: string
  form?: PrizeBenefit['form']
  waitsFor?: WaitsFor
  status?: PrizeBenefit['status']['kind']
  /** Promised by an earlier day and not given. */
  dueBefore?: Day
}

const conditionsOf = ({ status, dueBefore, ...equal }: PrizeFilter): Fields => ({
  ...equal,
  rule: 'prize-draw',
  ...(status === undefined ? {} : { 'status.kind': status }),
  ...(dueBefore === undefined ? {} : { dueOn: command.lt(dueBefore) }),
})

export const countPrizes = (filter: PrizeFilter): Promise<number> => benefits.count(conditionsOf(filter))

/** A page in the order of ids, which is that of winners; `after` is the last id of the page before. */
export const listPrizes = (
  filter: PrizeFilter,
  { after, limit }: { after: string; limit: number },
): Promise<PrizeBenefit[]> =>
  benefits.list({ ...conditionsOf(filter), _id: command.gt(after) }, { orderBy: ['_id', 'asc'], limit })

/** Who has waited longest comes first. */
export const listLongestWaiting = (filter: PrizeFilter, limit: number): Promise<PrizeBenefit[]> =>
  benefits.list(conditionsOf(filter), { orderBy: ['waitsSinceAt', 'asc'], thenBy: ['_id', 'asc'], limit })

/** The latest changed first: what was handed over, or expired. */
export const listLatestPrizes = (
  filter: PrizeFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<PrizeBenefit[]> =>
  benefits.list(
    { ...conditionsOf(filter), ...(before === null ? {} : { waitsSinceAt: command.lt(before) }) },
    { orderBy: ['waitsSinceAt', 'desc'], limit },
  )

/** Prizes that were passed on to the next in line. */
export const listAlternates = (campaignId: string): Promise<PrizeBenefit[]> =>
  benefits.listAll({ campaignId, rule: 'prize-draw', 'alternate.from': command.gt('') })

export const findPrizes = (ids: readonly string[]): Promise<PrizeBenefit[]> => benefits.findAll(ids)
