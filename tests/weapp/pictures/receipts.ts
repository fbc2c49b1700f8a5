import type { OutputOf } from '#contract/operation'
import type { Chances, DrawOutcome, draw, listMyDraws, Receipt } from '#contract/prize-draw'
import { addDays, DAY_MS, day } from '#values/days'

const digest = '3f'.repeat(32)
const today = day('2026-09-08')
const at = Date.parse('2026-09-08T10:05:00+08:00')

/** A draw of the campaign's eighth day. */
export const receipt = (outcome: DrawOutcome, change: Partial<Receipt> = {}): Receipt => ({
  ...{ campaignId: 'demo-2026-autumn', termsVersion: 1, termsHash: digest, pseudonym: 'abcdefghijklmnop' },
  ...{ on: today, ordinal: 1, nonce: '00112233445566778899aabbccddeeff', at, ticket: 734_511, outcome },
  ...change,
})

const chancesAfter: Chances = {
  ...{ on: today, left: 0, used: 1, nextFreeAt: Date.parse('2026-09-09T00:00:00+08:00') },
  share: { mode: 'on-share', state: 'available', shareId: 'AbCd1234EfGh5678' },
}

export const drawn = (outcome: DrawOutcome, chances: Partial<Chances> = {}): OutputOf<typeof draw> => ({
  receipt: receipt(outcome),
  chances: { ...chancesAfter, ...chances },
})

type MyDraw = OutputOf<typeof listMyDraws>['draws'][number]

/** Two draws on each of so many days, the latest first; every seventh one has won. */
export function manyDraws(days: number): MyDraw[] {
  return Array.from({ length: days * 2 }, (_, index): MyDraw => {
    const back = Math.floor(index / 2)
    const won = index % 7 === 0
    const outcome: DrawOutcome = won
      ? { kind: 'won', prizeId: 'car-wash-35', benefitId: `b-${index}` }
      : { kind: 'none' }
    const ordinal = 2 - (index % 2)
    const nonce = index.toString(16).padStart(32, '0')
    return {
      receipt: receipt(outcome, {
        on: addDays(today, -back),
        ordinal,
        nonce,
        at: at - back * DAY_MS - ordinal * 60_000,
      }),
      prizeName: won ? '35 元洗车抵用券' : null,
      seedRevealed: back > 0,
    }
  })
}
