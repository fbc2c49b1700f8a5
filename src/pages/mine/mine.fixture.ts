import type { CampaignHead } from '@/cloud/campaign'
import type { DrawOutcome, MyDraw } from '@/cloud/fairness'
import type { MyPrize } from '@/cloud/prizes'

export const campaign: CampaignHead = {
  campaignId: 'test-2026',
  title: '金秋车主回馈季',
  organiser: '示范财产保险股份有限公司',
  demo: false,
  phase: 'running',
  startsOn: '2026-09-01',
  endsOn: '2026-12-31',
  runsFromAt: Date.parse('2026-09-01T00:00:00+08:00'),
  runsUntilAt: Date.parse('2027-01-01T00:00:00+08:00'),
  collectUntilOn: '2027-01-12',
  termsVersion: 1,
  termsHash: 'ab'.repeat(32),
  paused: [],
}

export const prize = (change: Partial<MyPrize> = {}): MyPrize => ({
  benefitId: 'b-1',
  prizeId: 'fuel',
  kind: 'fuel-card',
  name: '200 元加油卡',
  valueFen: 20_000,
  status: 'pending',
  stage: 'to-fill',
  way: 'delivery',
  wonAt: Date.parse('2026-09-03T10:05:00+08:00'),
  next: '请在 2027 年 1 月 12 日前（含当日）填写领奖信息。',
  statement: [
    { label: '市场价值', value: '¥200.00' },
    { label: '依据', value: '§5.4（第 1 版）' },
  ],
  ...change,
})

const pseudonym = 'abcdefghijklmn23'

/** One draw on a day of September; `number` makes its nonce and ticket. */
export function drawOn(date: string, ordinal: number, number: number, outcome: DrawOutcome = { kind: 'none' }): MyDraw {
  return {
    prizeName: outcome.kind === 'none' ? null : '200 元加油卡',
    seedRevealed: date < '2026-09-12',
    receipt: {
      campaignId: campaign.campaignId,
      termsVersion: 1,
      termsHash: campaign.termsHash,
      pseudonym,
      on: date,
      ordinal,
      nonce: String(number).padStart(32, '0'),
      at: Date.parse(`${date}T09:0${ordinal}:07+08:00`),
      ticket: number,
      outcome,
    },
  }
}

export const prizesAnswer = (prizes: MyPrize[]) => ({ data: { campaign, prizes } })
export const drawsAnswer = (draws: MyDraw[]) => ({ data: { campaign, pseudonym, draws } })
