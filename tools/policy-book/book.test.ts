import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { type EventMessage, readHeader, readRow } from '#contract/policy-columns'
import type { PolicyEvent } from '#contract/policy-event'
import { readPolicyEvent } from '#contract/policy-event-reading'
import { day, dayOf } from '#values/days'
import { plateKindOf } from '#values/plate'
import { demoTerms } from '../../tests/fixtures/terms'
import { policyBook, premiumsToTry } from './book'
import { knownHolders } from './known-people'
import { fileHeader, fileRows } from './policy-file'

const on = day('2026-09-08')
const terms = demoTerms()
const known = {
  branchCodes: new Set(terms.branches.map(({ branchCode }) => branchCode)),
  channelCodes: new Set(terms.promotion.channels.map(({ channelId }) => channelId)),
}
const make = (seed: number, count = 600) => policyBook(terms, { seed, count, on })
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))

describe(`虚构的保单册（SEED=${seed}）`, () => {
  const messages = make(seed)
  const events: PolicyEvent[] = []
  beforeAll(() => {
    for (const message of messages) {
      const reading = readPolicyEvent(message, known)
      if (!reading.ok) throw new Error(JSON.stringify([message, reading.problems]))
      events.push(reading.event)
    }
  })

  test('至少 500 张保单，每一条都合规，出单都在演示日之前', () => {
    expect(new Set(events.map(({ policyNumber }) => policyNumber)).size).toBeGreaterThanOrEqual(500)
    expect(events.filter(({ issuedAt }) => dayOf(issuedAt) >= on)).toEqual([])
  })

  test('同一个种子得到同一册，不同的种子不同', () => {
    expect(make(seed)).toEqual(messages)
    expect(make(seed + 1)).not.toEqual(messages)
  })

  test('各种情形都有', () => {
    const has = (what: (event: PolicyEvent) => boolean) => expect(events.some(what)).toBe(true)
    for (const kind of ['new', 'renewal', 'transfer']) has(({ businessKind }) => businessKind === kind)
    for (const kind of ['issued', 'cancelled', 'claim-count']) has(({ event }) => event === kind)
    for (const grade of ['普通', '银卡', '金卡', null]) has(({ loyaltyGrade }) => loyaltyGrade === grade)
    for (const kind of ['blue', 'green', 'yellow', 'none']) has(({ plateNumber }) => plateKindOf(plateNumber) === kind)
    has(({ holderIdNumber }) => holderIdNumber.startsWith('91'))
    has(({ previousPolicyNumber }) => previousPolicyNumber === 'PDEMOELSEWHERE0001')
  })

  test('每个保费档和每个分界的两边，都有 0 到 5 次和不知道的出险次数', () => {
    expect(premiumsToTry(terms)).toEqual(expect.arrayContaining([299_999, 300_000, 300_001, 599_999, 600_000, 600_001]))
    for (const premium of premiumsToTry(terms)) {
      const policies = new Set(
        events.filter((event) => event.commercialPremiumFen === premium).map(({ policyNumber }) => policyNumber),
      )
      const claims = events
        .filter(
          ({ policyNumber, previousPolicyNumber }) =>
            policies.has(policyNumber) || policies.has(previousPolicyNumber ?? ''),
        )
        .map(({ claimsLastYear }) => claimsLastYear)
      expect(new Set(claims)).toEqual(new Set([0, 1, 2, 3, 4, 5, null]))
    }
  })

  test('车架号、证件号、手机号、保单号不重复到别人身上', () => {
    const owners = new Map<string, string>()
    for (const { vin, holderIdNumber } of events) {
      expect(owners.get(vin) ?? holderIdNumber).toBe(holderIdNumber)
      owners.set(vin, holderIdNumber)
    }
    const phones = new Map<string, string>()
    for (const { holderPhone, holderIdNumber } of events) {
      expect(phones.get(holderPhone) ?? holderIdNumber).toBe(holderIdNumber)
      phones.set(holderPhone, holderIdNumber)
    }
  })

  test('三位熟悉的客户在最前面：续保未出险、续保出险两次、新客户', () => {
    const of = (phone: string) => events.filter(({ holderPhone }) => holderPhone === phone).at(-1)
    const [noClaim, twoClaims, newcomer] = knownHolders
    expect(of(noClaim.phone)).toMatchObject({ claimsLastYear: 0, coverEndsOn: '2026-09-22' })
    expect(of(twoClaims.phone)).toMatchObject({ claimsLastYear: 2, coverEndsOn: '2026-09-22' })
    expect(of(newcomer.phone)).toMatchObject({ businessKind: 'new', coverStartsOn: on })
    expect(knownHolders.map(({ phone }) => phone)).toEqual(['13800000001', '13800000002', '13800000003'])
  })

  test('写成文件再读回来，一条不差', () => {
    const [header = [], ...rows] = parse(fileHeader() + fileRows(messages)) as string[][]
    const columns = readHeader(header)
    if (!columns.ok) throw new Error(JSON.stringify(columns))
    const read = rows.map((cells) => readRow(columns.columns, cells, known))
    expect(read.map((reading) => (reading.ok ? reading.event : reading.problems))).toEqual(events)
  })

  test('太少装不下所有情形', () => {
    expect(() => make(1, 499)).toThrow('500')
  })
})

test('名字看得出是虚构的', () => {
  const names = new Set(make(1).map(({ holderName }: EventMessage) => String(holderName)))
  for (const { name } of knownHolders) names.delete(name)
  for (const name of names) expect(name).toMatch(/示例|演示|样本|虚构|假名|某某|试用|练习/)
})
