import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { commitmentOf, dayNumberOf, dayOfNumber, seedOf } from './seed-chain'
import { drawTicket } from './ticket'

const facts = {
  campaignId: 'demo',
  pseudonym: 'aaaaaaaaaaaaaaaa',
  on: day('2026-09-08'),
  ordinal: 1,
  nonce: '0'.repeat(32),
}

describe('抽奖号码', () => {
  test('同样的事实永远同一个号码', () => {
    expect(drawTicket(Buffer.alloc(32, 1), facts)).toBe(drawTicket(Buffer.alloc(32, 1), facts))
  })

  test.each([
    ['种子', Buffer.alloc(32, 2), facts],
    ['活动', Buffer.alloc(32, 1), { ...facts, campaignId: 'other' }],
    ['客户', Buffer.alloc(32, 1), { ...facts, pseudonym: 'bbbbbbbbbbbbbbbb' }],
    ['日期', Buffer.alloc(32, 1), { ...facts, on: day('2026-09-09') }],
    ['次序', Buffer.alloc(32, 1), { ...facts, ordinal: 2 }],
    ['随机数', Buffer.alloc(32, 1), { ...facts, nonce: '1'.repeat(32) }],
  ])('%s变了，号码就变', (_name, seed, changed) => {
    expect(drawTicket(seed, changed)).not.toBe(drawTicket(Buffer.alloc(32, 1), facts))
  })

  test('号码均匀：两万次落在十段里，卡方检验不拒绝（固定种子）', () => {
    const bins = Array.from({ length: 10 }, () => 0)
    for (let index = 0; index < 20_000; index += 1) {
      const ticket = drawTicket(Buffer.alloc(32, 3), { ...facts, nonce: index.toString(16).padStart(32, '0') })
      expect(ticket).toBeLessThan(1_000_000)
      const bin = Math.floor(ticket / 100_000)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    const chiSquare = bins.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0)
    // 27.88 is the 0.1 % point for nine degrees of freedom.
    expect(chiSquare).toBeLessThan(27.88)
  })
})

describe('每天的种子连成一条链', () => {
  const sha256 = (hex: string) => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex')

  test('任何一天的种子哈希一次就是前一天的，第一天的哈希就是承诺', () => {
    const chains = fc.record({
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
      length: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(chains, (chain) => {
        let expected = commitmentOf(chain)
        for (let dayNumber = 1; dayNumber <= chain.length; dayNumber += 1) {
          const seed = seedOf(chain, dayNumber).toString('hex')
          expect(sha256(seed)).toBe(expected)
          expected = seed
        }
      }),
      { numRuns: 20 },
    )
  })

  test('链外的日子没有种子', () => {
    const chain = { root: Buffer.alloc(32), length: 10 }
    for (const dayNumber of [-1, 11, 1.5]) expect(() => seedOf(chain, dayNumber)).toThrow(RangeError)
  })

  test.each([
    ['2026-09-01', 1],
    ['2026-09-30', 30],
    ['2026-10-01', 31],
  ])('%s 是第 %i 天', (on, dayNumber) => {
    expect(dayNumberOf(day('2026-09-01'), day(on))).toBe(dayNumber)
    expect(dayOfNumber(day('2026-09-01'), dayNumber)).toBe(on)
  })
})
