import type { Policy } from '#rules/policy/policy'
import type { Day, Instant } from '#values/days'
import { collection, command, type Fields } from './collection'

/** A policy on file, with the message that last told of it. */
export interface PolicyOnFile extends Policy {
  toldBy: string
}

const policies = collection<PolicyOnFile>('policies')

export const findPolicies = (policyNumbers: readonly string[]): Promise<PolicyOnFile[]> =>
  policies.findAll(policyNumbers)

/** One operation. False when one of them was there already: then some may have been added. */
export const addPolicies = (added: readonly PolicyOnFile[]): Promise<boolean> => policies.addAll(added)

/** False, and nothing written, when the policy has changed since `before` was read. */
export async function changePolicy({ _id, ...policy }: PolicyOnFile, before: PolicyOnFile): Promise<boolean> {
  return (await policies.updateWhere({ _id, version: before.version }, policy)) === 1
}

interface IssuedWithin {
  runsFromAt: Instant
  /** Exclusive. */
  runsUntilAt: Instant
}

const inForceOn = ({ runsFromAt, runsUntilAt }: IssuedWithin, on: Day): Fields => ({
  state: 'in-force',
  issuedAt: command.gte(runsFromAt).and(command.lt(runsUntilAt)),
  coverEndsOn: command.gte(on),
})

/** Policies issued within that time whose cover has not ended before that day. */
export const countInForce = (issued: IssuedWithin, on: Day): Promise<number> => policies.count(inForceOn(issued, on))

/** The one of them whose cover ends last. */
export async function findLastInForce(issued: IssuedWithin, on: Day): Promise<PolicyOnFile | null> {
  const [last] = await policies.list(inForceOn(issued, on), { orderBy: ['coverEndsOn', 'desc'], limit: 1 })
  return last ?? null
}

/** All policies of these vehicles or these holders, or that renew one of these policies. */
export async function listRelatedPolicies(
  to: { policyNumbers: readonly string[]; vehicleIds: readonly string[]; holderIds: readonly string[] },
  issuedFrom: Instant | null,
): Promise<PolicyOnFile[]> {
  const issued = issuedFrom === null ? {} : { issuedAt: command.gte(issuedFrom) }
  const among = (field: string, values: readonly string[]) =>
    values.length === 0 ? [] : policies.listAll({ [field]: command.in([...new Set(values)]), ...issued })
  const found = await Promise.all([
    among('previousPolicyNumber', to.policyNumbers),
    among('vehicleId', to.vehicleIds),
    among('holderId', to.holderIds),
  ])
  return [...new Map(found.flat().map((policy) => [policy._id, policy])).values()]
}
