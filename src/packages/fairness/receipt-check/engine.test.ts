import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prizeOfTicket } from '#rules/prize-draw/decide-draw'
import { commitmentOf, seedOf } from '#rules/prize-draw/seed-chain'
import { drawTicket } from '#rules/prize-draw/ticket'
import { day } from '#values/days'
import { endOfChain } from './chain'
import { shareOfTicket } from './shares'
import { ticketOf } from './ticket'

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString('hex'))

describe('手机上的验算与云端的开奖各写一遍，结果必须相同', () => {
  test('号码', () => {
    const draws = fc.record({
      campaignId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      pseudonym: fc.string({
        unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
        minLength: 16,
        maxLength: 16,
      }),
      on: fc.constantFrom('2026-09-01', '2026-12-31').map(day),
      ordinal: fc.integer({ min: 1, max: 9 }),
      nonce: hex(16),
    })
    fc.assert(
      fc.property(hex(32), draws, (seed, draw) => {
        expect(ticketOf(draw, seed).ticket).toBe(drawTicket(Buffer.from(seed, 'hex'), draw))
      }),
    )
  })

  test('种子链：任何一天的种子都连到同一个承诺', () => {
    fc.assert(
      fc.property(hex(32), fc.integer({ min: 1, max: 130 }), fc.nat(), (root, length, pick) => {
        const chain = { root: Buffer.from(root, 'hex'), length }
        const dayNumber = (pick % length) + 1
        expect(endOfChain(seedOf(chain, dayNumber).toString('hex'), dayNumber)).toBe(commitmentOf(chain))
      }),
    )
  })

  test('号码对应的奖品', () => {
    const odds = fc
      .array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 5 })
      .map((shares) => shares.map((oddsPpm, index) => ({ prizeId: `p${index}`, name: `奖品 ${index}`, oddsPpm })))
    fc.assert(
      fc.property(odds, fc.integer({ min: 0, max: 999_999 }), (prizes, ticket) => {
        expect(shareOfTicket(prizes, ticket)?.prizeId ?? null).toBe(prizeOfTicket(prizes, ticket))
      }),
    )
  })
})
