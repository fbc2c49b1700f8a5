import { day, formatDay } from '#values/days'
import type { DrawPageView } from '@/cloud/prize-draw'
import type { DrawGate } from './draw-gate'
import { nextFreeText, shareOffer } from './next-chance'

/** What stands under the grid when something limits the draw now; null when nothing does. */
export function noticeText(gate: DrawGate, view: DrawPageView): string | null {
  const { campaign, chances, prizes } = view
  switch (gate.kind) {
    case 'not-begun':
      return `活动 ${formatDay(day(campaign.startsOn))} 0 点开始，现在可以先看规则和奖品。`
    case 'over':
      return campaign.phase === 'collection'
        ? `抽奖已经结束。中奖的奖品请在 ${formatDay(day(campaign.collectUntilOn))}前（含当日）到“我的”填写领奖信息。`
        : '活动已经结束，感谢您的参与。中奖记录仍可在“我的”查看。'
    case 'stopped':
      return pausedSentence(view, (what) => what === 'campaign' || what === 'prize-draw') ?? STOPPED
    case 'not-following':
      return `关注公众号“${view.follow.accountName}”后即可抽奖。`
    case 'no-chance-left':
      return `今天的机会用完了。${shareOffer(chances) ?? nextFreeText(chances)}`
    case 'open':
      return prizes.every(({ left }) => left === 0)
        ? '奖品已经全部发完：仍可抽奖，但不会再有奖品。'
        : pausedSentence(view, (what) => what.startsWith('prize:'))
  }
}

const STOPPED = '抽奖暂时停止，您的机会和已经获得的奖品都不受影响。'

/** What staff have stopped for the moment, as the cloud says it; null when there is nothing of the kind. */
function pausedSentence(
  { campaign }: Pick<DrawPageView, 'campaign'>,
  concerns: (what: string) => boolean,
): string | null {
  const sentences = campaign.paused.filter(({ what }) => concerns(what)).map(({ sentence }) => sentence)
  return sentences.length > 0 ? sentences.join('') : null
}
