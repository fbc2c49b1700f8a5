import type { Chances, DrawOutcome, DrawPageView, Receipt } from '@/cloud/prize-draw'

const digest = '0f'.repeat(32)

export const chances = (change: Partial<Chances> = {}): Chances => ({
  on: '2026-09-03',
  left: 1,
  used: 0,
  nextFreeAt: Date.parse('2026-09-04T00:00:00+08:00'),
  share: { mode: 'on-share', state: 'available', shareId: 'AbCd1234EfGh5678' },
  ...change,
})

export const receipt = (outcome: DrawOutcome = { kind: 'none' }, ticket = 734_511): Receipt => ({
  campaignId: 'test-2026',
  termsVersion: 1,
  termsHash: digest,
  pseudonym: 'abcdefghijklmnop',
  on: '2026-09-03',
  ordinal: 1,
  nonce: '00112233445566778899aabbccddeeff',
  at: Date.parse('2026-09-03T10:05:00+08:00'),
  ticket,
  outcome,
})

/** The draw page on the third day of a campaign in September, with one chance left. */
export const view = (change: Partial<DrawPageView> = {}): DrawPageView => ({
  campaign: {
    campaignId: 'test-2026',
    title: '金秋车主回馈季',
    organiser: '示范财产保险股份有限公司',
    demo: false,
    phase: 'running',
    startsOn: '2026-09-01',
    endsOn: '2026-09-30',
    runsFromAt: Date.parse('2026-09-01T00:00:00+08:00'),
    runsUntilAt: Date.parse('2026-10-01T00:00:00+08:00'),
    collectUntilOn: '2026-10-20',
    termsVersion: 1,
    termsHash: digest,
    paused: [],
  },
  now: Date.parse('2026-09-03T10:05:00+08:00'),
  drawOpen: true,
  chances: chances(),
  follow: { gate: 'off', following: false, accountName: '示范车险服务' },
  prizes: [
    {
      prizeId: 'fuel',
      kind: 'fuel-card',
      name: '200 元加油卡',
      valueFen: 20_000,
      oddsPpm: 5_000,
      quantity: 100,
      left: 63,
    },
    {
      prizeId: 'wash',
      kind: 'car-wash-coupon',
      name: '洗车券',
      valueFen: 3_500,
      oddsPpm: 195_000,
      quantity: 900,
      left: 0,
    },
  ],
  winningOddsPpm: 200_000,
  grid: ['fuel', 'wash', null, 'wash', 'fuel', 'wash', null, 'wash'],
  winners: [{ who: 'k7q…3a', prizeName: '洗车券', at: Date.parse('2026-09-03T09:50:00+08:00') }],
  howTo: ['每天 1 次免费抽奖机会，0 点更新。'],
  shareTitle: '我在金秋车主回馈季抽奖，您也来看看',
  latest: null,
  ...change,
})
