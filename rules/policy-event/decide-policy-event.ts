import type { Terms } from '#rules/campaign/terms'
import type { PolicyBenefit, PolicyRule } from '../benefit/benefit'
import { changeOf, newEntry } from './entry'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'
import { roomOfCustomer, roomOnPolicy, within } from './limits'
import { offered } from './offered'
import { placeOf, promiseFor, setOffAnswer, settle } from './set-off'
import { fixedPlaces, inBoth, shareRoom } from './share-room'
import { isStanding } from './standing'
import { whileStopped } from './stopped'
import { withdraw } from './withdraw'

/**
 * “出单就定优惠；退保就收回；出险次数变了，没给的重新算，给了的交人核对。” (§5.1, §5.2)
 * What the ledger has to become for the policy as it now stands. Deciding again on its own result changes nothing.
 * @throws BeyondCalendarError when a rebate's working days are not known: an alarm, never a guess
 */
export function decidePolicyEvent(terms: Terms, allFacts: PolicyEventFacts): LedgerChange[] {
  // Rewards for bringing somebody (§5.3) are decided by themselves and take no part in the offers' limits.
  const facts = { ...allFacts, ledger: allFacts.ledger.filter(({ rule }) => rule !== 'referral-reward') }
  const { policy, previous } = facts
  const own = entriesOf(facts)
  const promise = promiseFor(facts)
  const settledHere = promise?.settledByPolicyNumber === policy.policyNumber ? [promise] : []
  if (policy.state === 'cancelled') {
    return [...own.values(), ...settledHere].flatMap((entry) => withdraw(entry, facts) ?? [])
  }

  const changes: LedgerChange[] = []
  const share = roomsFor(terms, facts, [...own.values(), ...settledHere], promise)
  let discountFen = 0
  for (const answer of offered(terms, facts, own)) {
    const before = own.get(answer.rule)
    const open = within(answer, share.roomOf(before))
    const limited = whileStopped(open, before, facts)
    const change: LedgerChange | null = before
      ? changeOf(before, limited, facts)
      : { kind: 'grant', benefit: newEntry(terms.campaignId, limited, facts) }
    if (change) changes.push(change)
    const stands = change?.benefit ?? before
    // What waits for its benefit to be started again keeps its place: the others must not use up its room.
    if (stands) share.take(before, stands, limited === open ? stands.amountFen : open.amountFen)
    if (stands?.form === 'discount' && isStanding(stands)) discountFen = stands.amountFen ?? 0
  }
  if (promise && previous) {
    const answer = setOffAnswer(terms, promise, { ...facts, previous }, discountFen)
    const change = settle(promise, within(answer, share.roomOf(promise)), facts)
    if (change) changes.push(change)
  }
  return changes
}

function entriesOf({ policy, ledger }: PolicyEventFacts): Map<PolicyRule, PolicyBenefit> {
  const own = ledger.filter(({ policyNumber }) => policyNumber === policy.policyNumber)
  return new Map(own.map((entry) => [entry.rule, entry]))
}

/** §5 The policy's own premium, and what its holder may get in all. A promise keeps its place in what it was promised from. */
function roomsFor(
  terms: Terms,
  facts: PolicyEventFacts,
  entries: readonly PolicyBenefit[],
  promise: PolicyBenefit | null,
) {
  const fixed = fixedPlaces(entries)
  const onPolicy = shareRoom(roomOnPolicy(facts.policy), fixed)
  const ofCustomer = roomOfCustomer(terms, facts, promise)
  if (ofCustomer === null) return onPolicy
  const kept = promise ? new Map(fixed).set(promise._id, placeOf(terms, promise, facts)) : fixed
  return inBoth(onPolicy, shareRoom(ofCustomer, kept))
}
