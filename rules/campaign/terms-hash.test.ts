import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ppm } from '#values/money'
import { demoTerms } from '../../tests/fixtures/terms'
import { parseTerms } from './terms'
import { termsHash } from './terms-hash'

const terms = demoTerms()

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, entry]) => [key, shuffled(entry, seed)] as const)
  const turn = seed % Math.max(entries.length, 1)
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse())
}

test('规律：键的次序不影响校验码', () => {
  fc.assert(
    fc.property(fc.nat(40), (seed) => {
      expect(termsHash(parseTerms(shuffled(terms, seed)))).toBe(termsHash(terms))
    }),
    { numRuns: 20 },
  )
})

test('存取一次，条款和校验码都不变', () => {
  const stored = parseTerms(JSON.parse(JSON.stringify(terms)))
  expect(stored).toEqual(terms)
  expect(termsHash(stored)).toBe(termsHash(terms))
})

test('奖品次序不同，校验码不同：抽奖按次序分配号码', () => {
  const reversed = demoTerms({ prizeDraw: { prizes: [...terms.prizeDraw.prizes].reverse() } })
  expect(termsHash(reversed)).not.toBe(termsHash(terms))
})

test('任何一个数字不同，校验码不同', () => {
  expect(termsHash(demoTerms({ prizeDraw: { winningOddsPpm: ppm(300_001) } }))).not.toBe(termsHash(terms))
})

test('是 64 位十六进制', () => {
  expect(termsHash(terms)).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['缺一段', { ...terms, prizeDraw: undefined }],
  ['多一项', { ...terms, extra: 1 }],
  ['金额不是整数分', { ...terms, budget: { ...terms.budget, otherFen: 1.5 } }],
  ['不是条款', 'terms'],
])('存储的内容%s：拒绝读取', (_name, stored) => {
  expect(() => parseTerms(stored)).toThrow()
})
