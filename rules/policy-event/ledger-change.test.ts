import { expect, test } from 'vitest'
import { eventFacts, lastYear, renewal } from '../../tests/fixtures/policy'
import { demoTerms } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import { decidePolicyEvent } from './decide-policy-event'
import { giftUnits } from './ledger-change'

function gift(): PolicyBenefit {
  const facts = eventFacts({ policy: renewal(), previous: lastYear() })
  const granted = decidePolicyEvent(demoTerms(), facts).find(({ benefit }) => benefit.rule === 'gift')
  if (!granted) throw new Error('no gift')
  return granted.benefit
}
const decided = { at: 1, by: 'system', why: '退保' }
const none = { take: null, giveBack: null }

test('送出一份礼品：占用一件', () => {
  expect(giftUnits({ kind: 'grant', benefit: gift() })).toEqual({ take: 'dash-camera', giveBack: null })
})
test('没有礼品的权益：不动库存', () => {
  expect(giftUnits({ kind: 'grant', benefit: { ...gift(), giftId: null } })).toEqual(none)
})
test('还没发的礼品不再给：还回一件', () => {
  const before = gift()
  const benefit: PolicyBenefit = { ...before, status: { kind: 'refused', ...decided } }
  expect(giftUnits({ kind: 'move', before, benefit })).toEqual({ take: null, giveBack: 'dash-camera' })
})
test('已经发出的礼品被收回：由网点收货入库，不自动还回', () => {
  const before: PolicyBenefit = { ...gift(), status: { kind: 'fulfilled', ...decided } }
  const benefit: PolicyBenefit = { ...before, status: { kind: 'clawed-back', ...decided } }
  expect(giftUnits({ kind: 'move', before, benefit })).toEqual(none)
})
test('换成另一种礼品：占用新的，还回旧的', () => {
  const before = gift()
  expect(giftUnits({ kind: 'decide-again', before, benefit: { ...before, giftId: 'air-purifier' } })).toEqual({
    take: 'air-purifier',
    giveBack: 'dash-camera',
  })
})
test('只是重新算过，礼品没变：不动库存', () => {
  const before = gift()
  expect(giftUnits({ kind: 'decide-again', before, benefit: { ...before, version: 2 } })).toEqual(none)
})
