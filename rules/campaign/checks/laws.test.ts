import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, ppm } from '#values/money'
import { demoPrize, demoTerms } from '../../../tests/fixtures/terms'
import type { Report } from '../file/problem'
import { checkOdds } from './odds'
import { checkTiers } from './tiers'

function found(check: (report: Report) => void): string[] {
  const messages: string[] = []
  check((_path, message) => messages.push(message))
  return messages
}

const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 6 })
const tiersAt = (ends: readonly number[], shift: { at: number; by: number } | null) => {
  const sorted = [0, ...[...ends].sort((a, b) => a - b)]
  return demoTerms({
    renewalRebate: {
      noClaimTiers: sorted.map((from, index) => ({
        premiumFromFen: fen(shift?.at === index ? from + shift.by : from),
        premiumBelowFen: index + 1 < sorted.length ? fen(sorted[index + 1] ?? 0) : null,
        rateBps: demoTerms().firstYearRebate.rateBps,
      })),
    },
  })
}

test('规律：任何一串分界点首尾相接都没有问题', () => {
  fc.assert(
    fc.property(cuts, (ends) => {
      expect(found((report) => checkTiers(tiersAt(ends, null), report))).toEqual([])
    }),
  )
})

test('规律：任何一档的下限错开 1 分，都能指出', () => {
  fc.assert(
    fc.property(cuts, fc.nat(5), fc.constantFrom(1, -1), (ends, at, by) => {
      const index = 1 + (at % ends.length)
      expect(found((report) => checkTiers(tiersAt(ends, { at: index, by }), report)).length).toBeGreaterThan(0)
    }),
  )
})

test('规律：总概率是各奖品之和时没有问题，差一点就有', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(parts, fc.constantFrom(-1, 0, 1), (odds, off) => {
      const sum = odds.reduce((total, part) => total + part, 0)
      const prizes = odds.map((part) => demoPrize('phone-holder', { oddsPpm: ppm(part) }))
      const terms = demoTerms({ prizeDraw: { prizes, winningOddsPpm: ppm(sum + off) } })
      expect(found((report) => checkOdds(terms, report))).toHaveLength(off === 0 ? 0 : 1)
    }),
  )
})
