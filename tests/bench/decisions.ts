/**
 * The renewal rebate's table (§5.2.2), decided by this project's rule with its whole statement, and by two rule engines that
 * give the rate alone, in one run. First all three are asked every case: they must agree to the fen.
 * Figures are of this machine; the ratios are what counts.
 */
import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import * as v from 'valibot'
import { decideRenewalRebate } from '#rules/renewal-rebate/renewal-rebate'
import { day } from '#values/days'
import { bps, type Fen, fen } from '#values/money'
import { shareOf } from '#values/share'
import { runCommand } from '../../tools/command'
import { demoTerms } from '../fixtures/terms'

const terms = demoTerms()
const { renewalRebate, rounding } = terms
const issuedOn = day('2026-09-10')
const MANY = 3
const SECONDS = 3
const IN_FLIGHT = 32

interface Case {
  premiumFen: Fen
  claims: number
}
type Decide = (one: Case) => number | Promise<number>

/** Both sides of every tier's boundary, and premiums between, by 0 to 5 claims. */
function allCases(): Case[] {
  const boundaries = renewalRebate.noClaimTiers.map(({ premiumFromFen }) => premiumFromFen)
  const premiums = [
    ...boundaries.flatMap((at) => [at - 1, at, at + 1]),
    100,
    123_457,
    287_650,
    441_399,
    725_001,
    1_999_999,
  ]
  return premiums
    .filter((premium) => premium >= 0)
    .flatMap((premium) => [0, 1, 2, 3, 4, 5].map((claims) => ({ premiumFen: fen(premium), claims })))
}

const own: Decide = ({ premiumFen, claims }) =>
  decideRenewalRebate(terms, { previousPremiumFen: premiumFen, claimsLastYear: claims, issuedOn }).amountFen ?? -1

/** What an engine's rate comes to, by the same rounding: the engines know no money. */
const amountOf = ({ premiumFen }: Case, rateBps: number) => shareOf(premiumFen, bps(rateBps), 10_000, rounding)

interface Row {
  claimsFrom: number
  claimsBelow: number | null
  premiumFromFen: number
  premiumBelowFen: number | null
  rateBps: number
}

/** The table as a business person would write it. */
const table: Row[] = [
  ...renewalRebate.noClaimTiers.map((tier, at) => ({
    claimsFrom: 0,
    claimsBelow: 1,
    premiumFromFen: tier.premiumFromFen,
    premiumBelowFen: renewalRebate.noClaimTiers[at + 1]?.premiumFromFen ?? null,
    rateBps: tier.rateBps,
  })),
  { claimsFrom: 1, claimsBelow: 2, premiumFromFen: 0, premiumBelowFen: null, rateBps: renewalRebate.oneClaimRateBps },
  {
    claimsFrom: 2,
    claimsBelow: MANY,
    premiumFromFen: 0,
    premiumBelowFen: null,
    rateBps: renewalRebate.twoClaimsRateBps,
  },
  { claimsFrom: MANY, claimsBelow: null, premiumFromFen: 0, premiumBelowFen: null, rateBps: 0 },
]

function jsonRulesEngine(): Decide {
  const range = (fact: string, from: number, below: number | null) => [
    { fact, operator: 'greaterThanInclusive', value: from },
    ...(below === null ? [] : [{ fact, operator: 'lessThan', value: below }]),
  ]
  const rules = table.map((row) => ({
    conditions: {
      all: [
        ...range('claims', row.claimsFrom, row.claimsBelow),
        ...range('premiumFen', row.premiumFromFen, row.premiumBelowFen),
      ],
    },
    event: { type: 'rate', params: { rateBps: row.rateBps } },
  }))
  const engine = new Engine(rules)
  return async (one) => {
    const { events } = await engine.run({ claims: one.claims, premiumFen: one.premiumFen })
    const [event] = events
    return amountOf(one, Number(event?.params?.rateBps))
  }
}

const zenResult = v.object({ rateBps: v.number() })

function zenEngine(): Decide {
  const range = (from: number, below: number | null) => (below === null ? `>= ${from}` : `[${from}..${below})`)
  const content = {
    hitPolicy: 'first',
    inputs: [
      { id: 'claims', name: 'claims', field: 'claims' },
      { id: 'premium', name: 'premium', field: 'premiumFen' },
    ],
    outputs: [{ id: 'rate', name: 'rate', field: 'rateBps' }],
    rules: table.map((row, at) => ({
      _id: `r${at}`,
      claims: range(row.claimsFrom, row.claimsBelow),
      premium: range(row.premiumFromFen, row.premiumBelowFen),
      rate: String(row.rateBps),
    })),
  }
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'table', name: 'table', type: 'decisionTableNode', content },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  })
  return async (one) => {
    const { result } = await decision.evaluate({ claims: one.claims, premiumFen: one.premiumFen })
    return amountOf(one, v.parse(zenResult, result).rateBps)
  }
}

/** @throws Error that names the first case on which an engine and the rule disagree */
async function checkAgreement(name: string, decide: Decide, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const [wanted, given] = [own(one), await decide(one)]
    if (given !== wanted) throw new Error(`${name}: ${JSON.stringify(one)} gives ${given}, the rule ${wanted}`)
  }
}

interface Rate {
  perSecond: number
  /** Of all threads of this process: an engine may use several, and others may use this machine. */
  processorMicroseconds: number
}

/** Asks all cases again and again, so many at a time; a rule that answers at once is not waited for. */
async function rate(decide: Decide, cases: readonly Case[], inFlight: number): Promise<Rate> {
  const processor = process.cpuUsage()
  const began = performance.now()
  const until = began + SECONDS * 1000
  let done = 0
  const lane = async () => {
    while (performance.now() < until) {
      for (const one of cases) {
        const answer = decide(one)
        if (typeof answer !== 'number') await answer
      }
      done += cases.length
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  const { user, system } = process.cpuUsage(processor)
  return {
    perSecond: done / ((performance.now() - began) / 1000),
    processorMicroseconds: (user + system) / done,
  }
}

function print(name: string, inFlight: number, { perSecond, processorMicroseconds }: Rate, rule: Rate): void {
  const cells = [
    name.padEnd(22),
    String(inFlight).padStart(10),
    Math.round(perSecond).toLocaleString('en').padStart(12),
    (rule.perSecond / perSecond).toFixed(1).padStart(17),
    processorMicroseconds.toFixed(1).padStart(15),
    (processorMicroseconds / rule.processorMicroseconds).toFixed(1).padStart(17),
  ]
  console.log(cells.join(''))
}

runCommand(async () => {
  const cases = allCases()
  const engines: [string, Decide][] = [
    ['json-rules-engine', jsonRulesEngine()],
    ['@gorules/zen-engine', zenEngine()],
  ]
  for (const [name, decide] of engines) await checkAgreement(name, decide, cases)
  console.log(`${cases.length} cases: all three agree to the fen.`)
  console.log('                       in flight    a second       rule leads   processor µs       rule leads')
  await rate(own, cases, 1)
  const rule = await rate(own, cases, 1)
  print('rule and statement', 1, rule, rule)
  for (const [name, decide] of engines) {
    await rate(decide, cases, 1)
    for (const inFlight of [1, IN_FLIGHT]) print(name, inFlight, await rate(decide, cases, inFlight), rule)
  }
  return 0
})
