import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Policy } from '#rules/policy/policy'
import { decidePolicyEvent } from '#rules/policy-event/decide-policy-event'
import type { LedgerChange } from '#rules/policy-event/ledger-change'
import { giftUnits } from '#rules/policy-event/ledger-change'
import { decideReferral, invitedBy, type Referral } from '#rules/policy-event/referral'
import { stoppedRules } from '#rules/policy-event/stopped'
import { addPolicyBenefits, changePolicyBenefit, listLedgerOf, listRewardsOf } from '#store/benefits'
import { findPolicies, listRelatedPolicies, type PolicyOnFile } from '#store/policies'
import type { TermsInForce } from '#store/terms'
import { inTurns } from '#store/told'
import type { Instant } from '#values/days'
import type { CountedInvitations } from './counted-invitations'
import { type GiftShelf, openGiftShelf } from './gift-shelf'
import { loadReferrals } from './referrals'

/** How often somebody else may take a gift at the same moment. */
const ATTEMPTS = 20

/**
 * Decides policies whose holders and vehicles nobody else is deciding on, one after the other, each on what the ones before
 * it left. Gifts are reserved before the ledger says so, and a crash between the two is mended by deciding again.
 * @returns policies whose entries somebody changed meanwhile: they have to be decided again
 */
export async function decideLeased(
  leased: readonly PolicyOnFile[],
  counted: CountedInvitations,
  inForce: TermsInForce,
  now: Instant,
): Promise<Set<string>> {
  const book = await loadBook(leased, counted, inForce.terms.campaignId)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const shelf = await openGiftShelf(inForce.terms, book.policies)
    const ledger = new Map(book.ledger)
    const changes = book.policies.flatMap((policy) => decideOne(policy, book, ledger, shelf, inForce, now))
    if (!(await shelf.reserve())) continue
    const undone = await writeChanges(changes)
    await shelf.giveBack(undone)
    return undone
  }
  throw new Error('gifts change faster than they can be reserved')
}

/** All that the decisions rest on. */
interface Book {
  /** As they stand now, in the order in which they were issued. */
  policies: PolicyOnFile[]
  others: ReadonlyMap<string, Policy>
  ledger: ReadonlyMap<string, PolicyBenefit>
  /** By policy number: who brought its holder. */
  referrals: ReadonlyMap<string, Referral>
}

async function loadBook(
  leased: readonly PolicyOnFile[],
  counted: CountedInvitations,
  campaignId: string,
): Promise<Book> {
  const policyNumbers = leased.map(({ policyNumber }) => policyNumber)
  const previousNumbers = leased.flatMap(({ previousPolicyNumber }) => previousPolicyNumber ?? [])
  const vehicleIds = leased.map(({ vehicleId }) => vehicleId)
  const holderIds = leased.map(({ holderId }) => holderId)
  const referrerIds = policyNumbers.flatMap((number) => counted.get(number)?.referrerId ?? [])
  const [policies, related, ledger, rewards] = await Promise.all([
    findPolicies([...new Set([...policyNumbers, ...previousNumbers])]),
    listRelatedPolicies({ policyNumbers: [], vehicleIds, holderIds }, null),
    listLedgerOf(campaignId, { policyNumbers: [...policyNumbers, ...previousNumbers], vehicleIds, holderIds }),
    listRewardsOf(campaignId, referrerIds),
  ])
  const numbers = new Set(policyNumbers)
  const own = policies.filter(({ _id }) => numbers.has(_id))
  own.sort((one, other) => one.issuedAt - other.issuedAt || one._id.localeCompare(other._id))
  return {
    policies: own,
    others: new Map([...policies, ...related].map((policy) => [policy._id, policy])),
    ledger: new Map([...ledger, ...rewards].map((benefit) => [benefit._id, benefit])),
    referrals: await loadReferrals(campaignId, own, counted),
  }
}

/** The changes for one policy, which `ledger` and `shelf` then know of. */
function decideOne(
  policy: PolicyOnFile,
  book: Book,
  ledger: Map<string, PolicyBenefit>,
  shelf: GiftShelf,
  { terms, version: termsVersion, hash: termsHash, stops }: TermsInForce,
  now: Instant,
): LedgerChange[] {
  const { policyNumber, previousPolicyNumber, vehicleId, holderId } = policy
  const giftsOut = new Set<string>()
  const referral = book.referrals.get(policyNumber) ?? null
  const facts = {
    now,
    termsVersion,
    termsHash,
    policy,
    previous: previousPolicyNumber === null ? null : (book.others.get(previousPolicyNumber) ?? null),
    related: [...book.others.values()].filter(
      (other) => other.policyNumber !== policyNumber && (other.vehicleId === vehicleId || other.holderId === holderId),
    ),
    ledger: [...ledger.values()].filter(
      (entry) =>
        entry.vehicleId === vehicleId ||
        entry.holderId === holderId ||
        entry.policyNumber === policyNumber ||
        entry.policyNumber === previousPolicyNumber,
    ),
    invitedBy: invitedBy(referral),
    giftsOut,
    stopped: stoppedRules(stops, now),
  }
  for (;;) {
    const changes = decidePolicyEvent(terms, facts)
    const out = changes
      .map((change) => giftUnits(change).take)
      .find((giftId) => giftId !== null && !giftsOut.has(giftId) && !shelf.has(giftId, policyNumber))
    if (out) {
      giftsOut.add(out)
      continue
    }
    const reward = decideReferral(terms, { ...facts, referral, ledger: [...ledger.values()] })
    if (reward) changes.push(reward)
    for (const { benefit } of changes) ledger.set(benefit._id, benefit)
    shelf.settle(
      policyNumber,
      [...ledger.values()].find((entry) => isGiftOf(entry, policyNumber)),
    )
    return changes
  }
}

const isGiftOf = (entry: PolicyBenefit, policyNumber: string): boolean =>
  entry.rule === 'gift' && entry.policyNumber === policyNumber

/** New entries in one operation; each changed one while it still is what was decided on. */
async function writeChanges(changes: readonly LedgerChange[]): Promise<Set<string>> {
  const undone = new Set<string>()
  const granted = changes.filter(({ kind }) => kind === 'grant').map(({ benefit }) => benefit)
  if (!(await addPolicyBenefits(granted))) for (const { policyNumber } of granted) undone.add(policyNumber)
  await inTurns(changes, async (change) => {
    if (change.kind === 'grant') return
    if (!(await changePolicyBenefit(change.benefit, change.before))) undone.add(change.benefit.policyNumber)
  })
  return undone
}
