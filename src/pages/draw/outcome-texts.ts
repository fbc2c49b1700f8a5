import { day, formatDay } from '#values/days'
import type { DrawOutcome, DrawPageView } from '@/cloud/prize-draw'
import { spacedName } from './spaced-name'

export interface OutcomeTexts {
  title: string
  sentence: string
}

/** What the sheet says of a draw's outcome: the fact, and what limits it. */
export function outcomeTexts(outcome: DrawOutcome, view: Pick<DrawPageView, 'prizes' | 'campaign'>): OutcomeTexts {
  const named = (id: string) => spacedName(view.prizes.find(({ prizeId }) => prizeId === id)?.name ?? '奖品')
  switch (outcome.kind) {
    case 'won': {
      const asks = view.prizes.find(({ prizeId }) => prizeId === outcome.prizeId)?.collects ?? true
      const next = asks
        ? `请在 ${formatDay(day(view.campaign.collectUntilOn))}前（含当日）填写领奖信息。`
        : '券码会发到那里，不用填写领奖信息。'
      return { title: `抽中了${named(outcome.prizeId)}`, sentence: `奖品已放进“我的”。${next}` }
    }
    case 'none':
      return { title: '这次没有抽中', sentence: '谢谢您来，祝您一路平安。' }
    case 'out-of-stock':
      return {
        title: '这次没有奖品',
        sentence: `您抽到的${named(outcome.prizeId)}已经发完，所以没有奖品。剩余数量在页面上随时可查。`,
      }
    case 'limit-reached':
      return {
        title: '这次没有奖品',
        sentence: `您抽到的${named(outcome.prizeId)}已达到领取上限，所以没有奖品。上限写在活动规则里。`,
      }
    case 'prize-stopped':
      return {
        title: '这次不算，请再抽一次',
        sentence: `您抽到的${named(outcome.prizeId)}暂停发放，所以这次没有占用抽奖机会。`,
      }
  }
}
