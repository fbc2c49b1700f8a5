import { expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { drawBook } from '../../tests/fixtures/draw-book'
import { demoTerms } from '../../tests/fixtures/terms'
import { prizeBenefit } from './prize-benefit'

const on = day('2026-09-02')

function wonUnder(borneBy: 'winner' | 'organiser', prizeId: string) {
  const terms = demoTerms({ prizeDraw: { tax: { borneBy } } })
  const reservation = { shardId: 's', reservationId: 'r' }
  return prizeBenefit(
    terms,
    drawBook(),
    {
      ...{
        on,
        ordinal: 1,
        nonce: '0'.repeat(32),
        at: startOf(on),
        ticket: 1,
        termsVersion: 1,
        termsHash: '0'.repeat(64),
      },
      outcome: { kind: 'won', prizeId, benefitId: 'b', reservation },
    },
    0,
  )
}

test.each([
  ['要计税，主办方承担：税算进成本', 'organiser', 'fuel-card-200', 25_000],
  ['要计税，中奖者承担', 'winner', 'fuel-card-200', 20_000],
  ['不计税', 'organiser', 'maintenance-120', 12_000],
] as const)('奖品的价值和成本：%s', (_name, borneBy, prizeId, costFen) => {
  const worth = prizeId === 'fuel-card-200' ? 20_000 : 12_000
  expect(wonUnder(borneBy, prizeId)).toMatchObject({ amountFen: worth, costFen })
})
