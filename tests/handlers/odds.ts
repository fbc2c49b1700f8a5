import type { CampaignEdits } from '../fixtures/edited-campaign'

const prize = (index: number, field: string) => ['prizeDraw', 'prizes', index, field] as const

/** The demo campaign with these odds in percent for its four prizes, and no limit on wins. */
export function odds(percents: readonly [number, number, number, number]): CampaignEdits {
  return [
    [['prizeDraw', 'winningOddsPercent'], Number(percents.reduce((sum, one) => sum + one, 0).toFixed(4))],
    [['prizeDraw', 'winsPerCustomer'], '不限'],
    [['prizeDraw', 'winsPerCustomerPerDay'], '不限'],
    ...percents.flatMap(
      (percent, index): CampaignEdits => [
        [prize(index, 'oddsPercent'), percent],
        [prize(index, 'perDay'), '不限'],
        [prize(index, 'perCustomer'), '不限'],
      ],
    ),
  ]
}

export const stockOf = (index: number, quantity: number): CampaignEdits => [[prize(index, 'quantity'), quantity]]

/** Odds cannot be zero: so small that no test meets a win, or so large that none meets a miss, is checked on each outcome. */
export const neverWins = odds([0.0001, 0.0001, 0.0001, 0.0001])
export const alwaysWins = odds([0.0001, 0.0001, 99.9997, 0.0001])
