import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CheckableReceipt, checkReceipt, type DrawTerms, type PublishedFacts } from './check-receipt'
import { judgeOutcome } from './outcome'
import { sharesOf } from './shares'
import { ticketIn, ticketOf } from './ticket'
import { utf8 } from './utf8'

// The vectors were computed once with Python's hashlib and hmac, from a chain of 123 links that begins at SHA-256("vector").
const commitment = 'd59ed2129598c552e6a4170cdc86e7f4219c3dc6e5e6ef7eff5bb97d0ed3722f'
const seedOfDay1 = '8af734144792cbb61f9ca1616af708e60142c894d5e108d37263147c9e4ce8ff'
const seedOfDay30 = 'faa7aa08305aed6743d3b82d460dacca82f934aa41d74ae6a27fc7a088805358'
const AT = Date.parse('2026-09-30T10:00:00+08:00')
const termsHash = 'ab'.repeat(32)

const terms: DrawTerms = {
  termsVersion: 1,
  termsHash,
  odds: [
    { prizeId: 'fuel', name: '加油卡', oddsPpm: 1_000 },
    { prizeId: 'maintenance', name: '保养券', oddsPpm: 20_000 },
    { prizeId: 'wash', name: '洗车券', oddsPpm: 50_000 },
  ],
  whenOut: 'next-prize',
}

const facts: PublishedFacts = {
  campaignId: 'demo-2026',
  startsOn: '2026-09-01',
  terms: [terms],
  commitment,
  stops: [],
  days: [
    { on: '2026-09-01', dayNumber: 1, seed: seedOfDay1 },
    { on: '2026-09-30', dayNumber: 30, seed: seedOfDay30 },
    { on: '2026-10-01', dayNumber: 31, seed: null },
  ],
}

const receipt = (changes: Partial<CheckableReceipt> = {}): CheckableReceipt => ({
  campaignId: 'demo-2026',
  termsVersion: 1,
  termsHash,
  pseudonym: 'abcdefghijklmn23',
  on: '2026-09-30',
  ordinal: 1,
  nonce: '0000000000000000000000000000000f',
  ticket: 11_386,
  at: AT,
  outcome: { kind: 'won', prizeId: 'maintenance' },
  ...changes,
})

const failedSteps = (changed: CheckableReceipt, published = facts) => {
  const check = checkReceipt(changed, published)
  return 'steps' in check ? check.steps.filter((step) => !step.passed).map((step) => step.name) : check.verdict
}

describe('号码', () => {
  test.each([
    ['首日', seedOfDay1, { on: '2026-09-01', ordinal: 1, nonce: '00112233445566778899aabbccddeeff' }, 951_937],
    ['第 30 日第二次', seedOfDay30, { ordinal: 2, nonce: 'ffeeddccbbaa99887766554433221100' }, 864_012],
    ['中文活动编号', seedOfDay30, { campaignId: '活动-2026', nonce: '00112233445566778899aabbccddeeff' }, 895_766],
    ['第一个数不公平，取第二个', seedOfDay30, { nonce: '0000000000000000000000000000078f' }, 171_096],
  ])('%s', (_name, seed, changes, ticket) => {
    expect(ticketOf(receipt(changes), seed).ticket).toBe(ticket)
  })

  test('恰在公平界限的数不用，界限下一个用', () => {
    const words = (...values: number[]) => {
      const mac = new Uint8Array(32).fill(0xff)
      values.forEach((value, index) => {
        new DataView(mac.buffer).setUint32(index * 4, value)
      })
      return mac
    }
    expect(ticketIn(words(4_294_000_000, 4_293_999_999))).toBe(999_999)
    expect(ticketIn(words(4_294_000_000, 4_294_000_001))).toBeNull()
    expect(ticketIn(words(4_294_967_295, 4_294_000_000, 7))).toBe(7)
  })

  test('文字按 UTF-8 取字节', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([...utf8(text)]).toEqual([...Buffer.from(text, 'utf8')])
      }),
    )
  })
})

describe('核对凭证', () => {
  test('真实的凭证四步都通过', () => {
    const check = checkReceipt(receipt(), facts)
    expect(check.verdict).toBe('genuine')
    expect('steps' in check && check.steps.map((step) => step.name)).toEqual(['day', 'chain', 'ticket', 'prize'])
  })

  test.each<[string, Partial<CheckableReceipt>]>([
    ['改了号码', { ticket: 11_385 }],
    ['改了随机数', { nonce: '00000000000000000000000000000010' }],
    ['改了次序', { ordinal: 2 }],
    ['换了人', { pseudonym: 'abcdefghijklmn24' }],
  ])('%s：号码一步不通过', (_name, changes) => {
    expect(failedSteps(receipt(changes))).toContain('ticket')
  })

  test('改了结果：奖品一步不通过', () => {
    expect(failedSteps(receipt({ outcome: { kind: 'won', prizeId: 'fuel' } }))).toEqual(['prize'])
    expect(failedSteps(receipt({ outcome: { kind: 'none' } }))).toEqual(['prize'])
  })

  test('事后换了种子：承诺一步不通过', () => {
    const forged = { ...facts, days: [{ on: '2026-09-30', dayNumber: 30, seed: seedOfDay1 }] }
    expect(failedSteps(receipt(), forged)).toContain('chain')
  })

  test('谎报第几天来迁就种子：天数一步不通过', () => {
    const forged = { ...facts, days: [{ on: '2026-09-30', dayNumber: 1, seed: seedOfDay1 }] }
    expect(failedSteps(receipt(), forged)).toContain('day')
  })

  test.each<[string, Partial<CheckableReceipt>, string]>([
    ['当天种子未公布', { on: '2026-10-01' }, 'not-revealed'],
    ['活动没有这一天', { on: '2026-12-31' }, 'no-such-day'],
    ['另一个活动', { campaignId: 'other' }, 'other-campaign'],
    ['另一版条款', { termsHash: 'cd'.repeat(32) }, 'other-terms'],
    ['指纹对，版本不对', { termsVersion: 2 }, 'other-terms'],
  ])('%s', (_name, changes, verdict) => {
    expect(failedSteps(receipt(changes))).toBe(verdict)
  })

  test('活动中改过条款：按抽奖当时那一版的概率核对，写明是哪一版', () => {
    const laterHash = 'cd'.repeat(32)
    const later: DrawTerms = { termsVersion: 2, termsHash: laterHash, odds: [], whenOut: 'no-prize' }
    const changed = { ...facts, terms: [later, terms] }
    expect(checkReceipt(receipt(), changed)).toMatchObject({ verdict: 'genuine', termsVersion: 1 })
    expect(failedSteps(receipt({ termsVersion: 2, termsHash: laterHash }), changed)).toEqual(['prize'])
    expect(failedSteps(receipt({ termsHash: laterHash }), changed)).toBe('other-terms')
  })
})

describe('号码与奖品', () => {
  const rules = { ...terms, stops: facts.stops }
  test.each([
    ['第一个奖品的末号', 999, { kind: 'won', prizeId: 'fuel' }, 'follows'],
    ['越过第一个奖品', 1_000, { kind: 'won', prizeId: 'fuel' }, 'contradicts'],
    ['第二个奖品的首号', 1_000, { kind: 'won', prizeId: 'maintenance' }, 'follows'],
    ['末个奖品的末号', 70_999, { kind: 'won', prizeId: 'wash' }, 'follows'],
    ['越过末个奖品', 71_000, { kind: 'none' }, 'follows'],
    ['号码未中却说中了', 71_000, { kind: 'won', prizeId: 'wash' }, 'contradicts'],
    ['奖品发完', 500, { kind: 'out-of-stock', prizeId: 'fuel' }, 'depends'],
    ['达到上限', 500, { kind: 'limit-reached', prizeId: 'fuel' }, 'depends'],
    ['说发完的是别的奖品', 500, { kind: 'out-of-stock', prizeId: 'wash' }, 'contradicts'],
    ['顺延到后一个奖品', 500, { kind: 'won', prizeId: 'wash' }, 'depends'],
    ['不会顺延到前一个', 1_500, { kind: 'won', prizeId: 'fuel' }, 'contradicts'],
    ['名单里没有的奖品', 500, { kind: 'won', prizeId: 'boat' }, 'contradicts'],
  ] as const)('%s', (_name, ticket, outcome, finding) => {
    expect(judgeOutcome(rules, { ticket, at: AT }, outcome)).toBe(finding)
  })

  test('条款写明发完即不中奖时，顺延到后面的奖品不可能', () => {
    const noPrize = { ...rules, whenOut: 'no-prize' } as const
    expect(judgeOutcome(noPrize, { ticket: 500, at: AT }, { kind: 'won', prizeId: 'wash' })).toBe('contradicts')
    expect(judgeOutcome(noPrize, { ticket: 500, at: AT }, { kind: 'out-of-stock', prizeId: 'fuel' })).toBe('depends')
  })

  const during = (what: string) => ({ ...rules, stops: [{ what, fromAt: AT, untilAt: AT + 1 }] })
  test.each([
    ['停着的奖品没有发，也没有占用机会', 'prize:fuel', AT, { kind: 'prize-stopped', prizeId: 'fuel' }, 'follows'],
    ['没有停却说停了', 'prize:wash', AT, { kind: 'prize-stopped', prizeId: 'fuel' }, 'contradicts'],
    ['停之前一毫秒', 'prize:fuel', AT - 1, { kind: 'prize-stopped', prizeId: 'fuel' }, 'contradicts'],
    ['恢复的那一毫秒', 'prize:fuel', AT + 1, { kind: 'prize-stopped', prizeId: 'fuel' }, 'contradicts'],
    ['停着却发了', 'prize:fuel', AT, { kind: 'won', prizeId: 'fuel' }, 'contradicts'],
    ['停着却说发完了', 'prize:fuel', AT, { kind: 'out-of-stock', prizeId: 'fuel' }, 'contradicts'],
    ['停着，顺延到后面的', 'prize:fuel', AT, { kind: 'won', prizeId: 'wash' }, 'depends'],
    ['抽奖停着却抽了', 'prize-draw', AT, { kind: 'won', prizeId: 'fuel' }, 'contradicts'],
    ['活动停着却抽了', 'campaign', AT, { kind: 'won', prizeId: 'fuel' }, 'contradicts'],
  ] as const)('暂停：%s', (_name, what, at, outcome, finding) => {
    expect(judgeOutcome(during(what), { ticket: 500, at }, outcome)).toBe(finding)
  })

  test('每个号码至多属于一个奖品，份额相接', () => {
    expect(sharesOf(terms.odds).map(({ from, until }) => [from, until])).toEqual([
      [0, 1_000],
      [1_000, 21_000],
      [21_000, 71_000],
    ])
  })
})
