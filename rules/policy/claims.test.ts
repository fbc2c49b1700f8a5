import { expect, test } from 'vitest'
import { claimsBefore } from './claims'
import type { ClaimsLastYear } from './policy'

test.each<[string, ClaimsLastYear, ClaimsLastYear | undefined, ClaimsLastYear]>([
  ['两处都没有说：待核实，不是零', 'unknown', undefined, 'unknown'],
  ['两处都说不知道', 'unknown', 'unknown', 'unknown'],
  ['只有续保出单时写了', 0, undefined, 0],
  ['只有上年保单的出险更新：零就是零', 'unknown', 0, 0],
  ['只有上年保单的出险更新', 'unknown', 2, 2],
  ['不一样：更新多', 0, 1, 1],
  ['不一样：出单时写的多', 2, 1, 2],
])('上年出险：%s', (_name, claimsLastYear, claimsSoFar, expected) => {
  const previous = claimsSoFar === undefined ? {} : { claimsSoFar }
  expect(claimsBefore({ claimsLastYear }, previous)).toBe(expected)
})

test('上年出险：没有上年保单的资料，看续保自己写的；续保自己的出险更新是下一年的', () => {
  expect(claimsBefore({ claimsLastYear: 'unknown' }, null)).toBe('unknown')
  const renewed = { claimsLastYear: 0, claimsSoFar: 3 }
  expect(claimsBefore(renewed, { claimsSoFar: 0 })).toBe(0)
})
