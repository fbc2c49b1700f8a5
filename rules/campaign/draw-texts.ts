import { formatDay } from '#values/days'
import { formatPpm } from '#values/money'
import { collectUntilOn } from './calendar'
import { rangeText } from './figures'
import type { Terms } from './terms'

/** What sharing brings, as the terms credit it; null when it brings nothing. Never says that a share succeeded. */
export function shareSentence({ prizeDraw: { shareChance } }: Terms): string | null {
  const more = `当天再得 ${shareChance.perDay} 次机会`
  switch (shareChance.mode) {
    case 'off':
      return null
    case 'on-share':
      return `点击分享到朋友圈，${more}；每天最多 ${shareChance.perDay} 次。`
    case 'on-visit': {
      const once = shareChance.visitorCounts === 'once-a-day' ? '每天' : '整个活动期间'
      return `分享到朋友圈后，有他人从您的分享进入，您${more}；每天最多 ${shareChance.perDay} 次，同一位来访者${once}只计一次。`
    }
  }
}

export function followSentence({ prizeDraw: { followGate } }: Terms): string | null {
  switch (followGate.mode) {
    case 'off':
      return null
    case 'prompt':
      return `关注公众号“${followGate.accountName}”可收到活动通知；不关注也可以抽奖。`
    case 'required':
      return `关注公众号“${followGate.accountName}”后可以抽奖；取消关注后暂停抽奖。`
  }
}

const present = (sentences: (string | null)[]): string[] => sentences.filter((sentence) => sentence !== null)

/** The sentences of the draw page, the share card and the poster. */
export function drawTexts(terms: Terms): { howTo: string[]; shareTitle: string; posterLines: string[] } {
  const { period, prizeDraw } = terms
  return {
    howTo: present([
      `${rangeText(period.startsOn, period.endsOn)}，每天免费抽奖 ${prizeDraw.freeChancesPerDay} 次；机会当天有效，0 点更新。`,
      shareSentence(terms),
      followSentence(terms),
      `中奖后请在 ${formatDay(collectUntilOn(terms), true)}前（含当日）填写领奖信息。`,
    ]),
    shareTitle: prizeDraw.shareChance.title,
    posterLines: [
      terms.title,
      rangeText(period.startsOn, period.endsOn),
      `每天免费抽奖 ${prizeDraw.freeChancesPerDay} 次，中奖概率 ${formatPpm(prizeDraw.winningOddsPpm)}`,
      terms.organiser.name,
    ],
  }
}
