import { addDays, type Day, startOf } from '#values/days'
import { type Fen, fen, formatFen } from '#values/money'
import type { PolicyBenefit } from '../benefit/benefit'
import { addsUp } from '../benefit/statement'
import type { Terms } from '../campaign/terms'
import type { ClaimsLastYear, Policy } from '../policy/policy'
import type { PolicyEventFacts } from '../policy-event/facts'
import { claimsWords, everyClaims, factsOf, policyOf, premiumsOf } from './cases'
import { askMoreClaims, entriesFor, PolicyLaws } from './policy-laws'
import { Law, type LawProof } from './proof'

const words = ({ policy, invitedBy }: PolicyEventFacts): string =>
  `新保，保费 ${formatFen(policy.commercialPremiumFen)}，${invitedBy === null ? '自己投保' : '老客户推荐'}`

/** §5.1 Every new policy, invited or not. */
export function proveNewCustomers(terms: Terms): LawProof[] {
  const each = new PolicyLaws('新客户', '§5.1', words)
  for (const commercialPremiumFen of premiumsOf(terms)) {
    for (const invitedBy of [null, '李**']) {
      const facts = factsOf(policyOf(terms, { commercialPremiumFen }), invitedBy)
      each.ask(facts, entriesFor(terms, facts))
    }
  }
  return each.proofs
}

/** §5.1.2 Every set-off at next year's renewal, in time and a day late, with much and with nothing left to pay. */
export function proveSetOffs(terms: Terms): LawProof[] {
  const laws = {
    most: new Law('首年返还：抵扣不超过次年还要付的保费，明细加起来等于金额', '§5.1.2'),
    kept: new Law('首年返还：没出险、按时续保的，抵扣的就是承诺的，每人上限不再减一次', '§5.1.2'),
    claims: new Law('首年返还：出险次数更多，得到的不会更多', '§5.1.2'),
    late: new Law('首年返还：没有按时续保的不抵扣', '§5.1.2'),
  }
  for (const commercialPremiumFen of premiumsOf(terms)) {
    const first = policyOf(terms, { commercialPremiumFen })
    const ledger = entriesFor(terms, factsOf(first))
    const promise = ledger.find(isPromise)
    if (!promise) continue
    for (const nextFen of new Set([fen(0), fen(1), commercialPremiumFen])) {
      proveSetOff(terms, { first, ledger, promise, nextFen }, laws)
    }
  }
  return [laws.most.proof, laws.kept.proof, laws.claims.proof, laws.late.proof]
}

interface Promised {
  first: Policy
  ledger: readonly PolicyBenefit[]
  promise: PolicyBenefit
  nextFen: Fen
}

function proveSetOff(
  terms: Terms,
  promised: Promised,
  laws: Readonly<Record<'most' | 'kept' | 'claims' | 'late', Law>>,
): void {
  const { first, promise, nextFen } = promised
  const latestOn = addDays(first.coverEndsOn, terms.firstYearRebate.renewWithinDays + 1)
  const words = caseWords(first.commercialPremiumFen, nextFen)
  const say = (claims: ClaimsLastYear) => `${words}，${claimsWords(claims)}`
  const amounts = new Map<ClaimsLastYear, number>()
  for (const claims of everyClaims) {
    const { amountFen, statement } = settledBy(terms, promised, claims, latestOn)
    const fits = amountFen === null ? claims === 'unknown' : amountFen >= 0 && amountFen <= nextFen
    laws.most.holds(fits && addsUp(statement, amountFen), () => `${say(claims)}：抵扣 ${amountFen} 分`)
    amounts.set(claims, amountFen ?? 0)
  }
  const expected = Math.min(promise.amountFen ?? 0, nextFen)
  laws.kept.holds(
    amounts.get(0) === expected,
    () => `${say(0)}：承诺 ${promise.amountFen} 分，抵扣 ${amounts.get(0)} 分`,
  )
  askMoreClaims(laws.claims, amounts, () => words)
  const tooLate = settledBy(terms, promised, 0, addDays(latestOn, 1))
  const none = tooLate.status.kind === 'refused' && tooLate.amountFen === 0
  laws.late.holds(none, () => `${say(0)}，晚一天起保：抵扣 ${tooLate.amountFen} 分`)
}

/** The promise after its renewal was told of, a year after the first policy and long after the campaign. */
function settledBy(
  terms: Terms,
  { first, ledger, promise, nextFen }: Promised,
  claimsLastYear: ClaimsLastYear,
  coverStartsOn: Day,
): PolicyBenefit {
  const renewal = policyOf(terms, {
    _id: 'PROOF3',
    policyNumber: 'PROOF3',
    businessKind: 'renewal',
    previousPolicyNumber: first.policyNumber,
    issuedAt: startOf(first.coverEndsOn),
    coverStartsOn,
    commercialPremiumFen: nextFen,
    claimsLastYear,
  })
  return entriesFor(terms, { ...factsOf(renewal), previous: first, ledger }).find(isPromise) ?? promise
}

const isPromise = ({ rule }: PolicyBenefit): boolean => rule === 'first-year-rebate'

const caseWords = (first: Fen, next: Fen): string => `首年保费 ${formatFen(first)}，次年保费 ${formatFen(next)}`
