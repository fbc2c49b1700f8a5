import type { Benefit, PolicyBenefit, PrizeBenefit, WaitsFor } from '#rules/benefit/benefit'
import type { Day, Instant } from '#values/days'
import { collection, command, type Fields } from './collection'

const benefits = collection<Benefit>('benefits')
/** The same collection, asked for one rule's entries only: each query below names the fields that only they have. */
const prizeBenefits = collection<PrizeBenefit>('benefits')
const policyBenefits = collection<PolicyBenefit>('benefits')

/** Appends to the ledger, one database operation. False when the benefit stands there already. */
export const addBenefit = (benefit: Benefit): Promise<boolean> => benefits.add(benefit)

/** What the customer won in the draw. */
export const listPrizeBenefitsOf = (campaignId: string, pseudonym: string): Promise<PrizeBenefit[]> =>
  prizeBenefits.listAll({ campaignId, pseudonym })

/** @param where further conditions, e.g. those that expired */
export const countBenefitsOfPrize = (campaignId: string, prizeId: string, where: Fields = {}): Promise<number> =>
  prizeBenefits.count({ ...where, campaignId, prizeId })

/** Which of these benefits stand in the ledger. At most 100 ids. */
export async function findExistingBenefits(ids: string[]): Promise<Set<string>> {
  const found = await benefits.list({ _id: command.in(ids) }, { fields: { _id: true } })
  return new Set(found.map(({ _id }) => _id))
}

/** The latest prizes won on that day. */
export const listLatestPrizeBenefits = (campaignId: string, grantedOn: Day, limit: number): Promise<PrizeBenefit[]> =>
  prizeBenefits.list({ campaignId, rule: 'prize-draw', grantedOn }, { orderBy: ['grantedAt', 'desc'], limit })

/** What policies brought a holder, from all of the holder's vehicles. */
export const listPolicyBenefitsOf = (campaignId: string, holderId: string): Promise<PolicyBenefit[]> =>
  policyBenefits.listAll({ campaignId, holderId })

/** The same of every campaign. */
export const listEveryPolicyBenefitOf = (holderId: string): Promise<PolicyBenefit[]> =>
  policyBenefits.listAll({ holderId })

/** The entries of these policies, and of these vehicles and holders. In as many reads as it takes. */
export async function listLedgerOf(
  campaignId: string,
  of: { policyNumbers: readonly string[]; vehicleIds: readonly string[]; holderIds: readonly string[] },
): Promise<PolicyBenefit[]> {
  const among = (field: string, values: readonly string[]) =>
    values.length === 0 ? [] : policyBenefits.listAll({ campaignId, [field]: command.in([...new Set(values)]) })
  const found = await Promise.all([
    among('policyNumber', of.policyNumbers),
    among('vehicleId', of.vehicleIds),
    among('holderId', of.holderIds),
  ])
  return [...new Map(found.flat().map((benefit) => [benefit._id, benefit])).values()]
}

/** One operation. False when one of them was there already: then some may have been added. */
export const addPolicyBenefits = (benefits: readonly PolicyBenefit[]): Promise<boolean> =>
  policyBenefits.addAll(benefits)

/** False, and nothing written, when the entry is no longer the one that `before` was. */
export async function changePolicyBenefit({ _id, ...after }: PolicyBenefit, before: PolicyBenefit): Promise<boolean> {
  // Replaced whole: another kind of status or decision has other fields, and none of the old may stay.
  const data = { ...after, ...replaced(after), decision: command.set(after.decision) }
  return (await policyBenefits.updateWhere({ _id, version: before.version }, data)) === 1
}

/** False, and nothing written, when the entry is no longer the one that `before` was. Of any rule; its decision stays. */
export async function moveBenefit(after: Benefit, before: Benefit): Promise<boolean> {
  const { dueOn, holdUntil, customerOwes, needsReview, waitsFor, waitsSinceAt, version } = after
  const looked = {
    ...(after.lookedAt ? { lookedAt: command.set(after.lookedAt) } : {}),
    ...(after.payment ? { payment: command.set(after.payment) } : {}),
  }
  const data = { dueOn, holdUntil, customerOwes, needsReview, waitsFor, waitsSinceAt, version, ...looked }
  return (
    (await benefits.updateWhere({ _id: after._id, version: before.version }, { ...data, ...replaced(after) })) === 1
  )
}

const replaced = ({ status, history, risk }: Pick<Benefit, 'status' | 'history' | 'risk'>) => ({
  status: command.set(status),
  history: command.set(history),
  risk: command.set(risk),
})

export const findBenefit = (id: string): Promise<Benefit | null> => benefits.find(id)

/** Those of these ids that there are. */
export const findBenefits = (ids: readonly string[]): Promise<Benefit[]> => benefits.findAll(ids)

/** What of a work list is asked for. */
export interface WorkList {
  campaignId: string
  waitsFor: WaitsFor
  /** One branch's, one rule's. */
  branchCode?: string
  rule?: Benefit['rule']
  form?: Benefit['form']
  /** Waiting since before this instant. */
  before?: Instant
  riskFrom?: number
  /** Held until this instant or an earlier one. */
  heldUntil?: Instant
}

const conditionsOf = ({ before, riskFrom, heldUntil, ...equal }: WorkList): Fields => ({
  ...equal,
  ...(before === undefined ? {} : { waitsSinceAt: command.lt(before) }),
  ...(riskFrom === undefined ? {} : { 'risk.score': command.gte(riskFrom) }),
  ...(heldUntil === undefined ? {} : { holdUntil: command.lte(heldUntil) }),
})

export const countWaiting = (list: WorkList): Promise<number> => benefits.count(conditionsOf(list))

/**
 * A page of one work list, the longest waiting first; `after` is the last entry of the page before. One database operation,
 * two where the page before ended among entries of one moment.
 */
export async function listWaiting(
  list: WorkList,
  { after, limit }: { after: Pick<Benefit, '_id' | 'waitsSinceAt'> | null; limit: number },
): Promise<Benefit[]> {
  const where = conditionsOf(list)
  const ask = (more: Fields, most: number): Promise<Benefit[]> =>
    benefits.list({ ...where, ...more }, { orderBy: ['waitsSinceAt', 'asc'], thenBy: ['_id', 'asc'], limit: most })
  if (!after) return ask({}, limit)
  const sameMoment = await ask({ waitsSinceAt: after.waitsSinceAt, _id: command.gt(after._id) }, limit)
  if (sameMoment.length === limit) return sameMoment
  const later = command.gt(after.waitsSinceAt)
  const within = list.before === undefined ? later : later.and(command.lt(list.before))
  return [...sameMoment, ...(await ask({ waitsSinceAt: within }, limit - sameMoment.length))]
}

/** Entries that wait for their benefit to be started again. One database operation. */
export const listWaitingForStart = (
  campaignId: string,
  rules: readonly PolicyBenefit['rule'][],
  limit: number,
): Promise<PolicyBenefit[]> =>
  policyBenefits.list(
    { campaignId, 'decision.kind': 'stopped', 'status.kind': 'pending', rule: command.in([...rules]) },
    { limit },
  )

/** All of them, of every rule. */
export const countWaitingForStart = (campaignId: string): Promise<number> =>
  policyBenefits.count({ campaignId, 'decision.kind': 'stopped', 'status.kind': 'pending' })

/** Promises of a set-off (§5.1.2) that no renewal has settled. */
const unkept: Fields = {
  rule: 'first-year-rebate',
  'status.kind': 'pending',
  'decision.kind': 'granted',
  settledByPolicyNumber: null,
}

/** Those whose last day was an earlier one, of every campaign. One database operation. */
export const listUnkeptPromises = (lastDayBefore: Day, limit: number): Promise<PolicyBenefit[]> =>
  policyBenefits.list({ ...unkept, expiresOn: command.lt(lastDayBefore) }, { limit })

export const countUnkeptPromises = (campaignId: string): Promise<number> =>
  policyBenefits.count({ ...unkept, campaignId })

/** The one that may be kept longest. */
export async function findLastUnkeptPromise(campaignId: string): Promise<PolicyBenefit | null> {
  const [last] = await policyBenefits.list({ ...unkept, campaignId }, { orderBy: ['expiresOn', 'desc'], limit: 1 })
  return last ?? null
}

/** The cash benefits that a payout batch holds. */
export const listHeldBy = (batchId: string): Promise<PolicyBenefit[]> =>
  policyBenefits.listAll({ 'payment.batchId': batchId })

/** The holder's approved cash that waits for an account that works. */
export const listOwingAccount = (holderId: string): Promise<PolicyBenefit[]> =>
  policyBenefits.listAll({ holderId, form: 'cash', customerOwes: 'account' })

/** What was given for bringing people (§5.3) to these referrers. */
export const listRewardsOf = (campaignId: string, referrerIds: readonly string[]): Promise<PolicyBenefit[]> =>
  referrerIds.length === 0
    ? Promise.resolve([])
    : policyBenefits.listAll({ campaignId, rule: 'referral-reward', holderId: command.in([...new Set(referrerIds)]) })

/** The rewards that these people, as invitees, brought whoever invited them. */
export const listRewardsFor = (campaignId: string, inviteeIds: readonly string[]): Promise<PolicyBenefit[]> =>
  inviteeIds.length === 0
    ? Promise.resolve([])
    : policyBenefits.listAll({ campaignId, 'referral.inviteeId': command.in([...new Set(inviteeIds)]) })

/** Those of these ids that there are. */
export const findPolicyBenefits = (ids: readonly string[]): Promise<PolicyBenefit[]> => policyBenefits.findAll(ids)

export const findPolicyBenefit = (id: string): Promise<PolicyBenefit | null> => policyBenefits.find(id)

/** The holder's service packs, of every campaign: vouchers outlive the campaign that gave them. */
export const listServicePacksOf = (holderId: string): Promise<PolicyBenefit[]> =>
  policyBenefits.listAll({ holderId, rule: 'service-pack' })

/** Whether a batch holds cash of this holder: it may be on its way. One database operation. */
export const isCashInBatch = async (holderId: string): Promise<boolean> =>
  (await policyBenefits.count({ holderId, form: 'cash', 'payment.batchId': command.gt('') })) > 0
