import { type Day, formatDay } from '#values/days'
import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §3, §7 The stages follow each other: preparation, warm-up, campaign, closing. */
export function checkDates({ period, prizeDraw }: NonNullable<TermsDraft>, report: Report): void {
  if (period) {
    const { preparationFromOn, warmUpFromOn, warmUpUntilOn, startsOn, endsOn, closedOn } = period
    const inOrder = (
      earlier: [name: string, on: Day | undefined],
      later: [field: keyof typeof period, name: string, on: Day | undefined],
      sameDay: boolean,
    ): void => {
      const [before, from] = earlier
      const [field, after, on] = later
      if (from === undefined || on === undefined || (sameDay ? from <= on : from < on)) return
      const rule = sameDay ? '不能早于' : '必须晚于'
      report(
        ['period', field],
        `${after}（${formatDay(on, true)}）${rule}${before}（${formatDay(from, true)}）`,
        '改正其中一个日期',
      )
    }
    inOrder(['准备阶段开始日', preparationFromOn], ['warmUpFromOn', '预热阶段开始日', warmUpFromOn], true)
    inOrder(['预热阶段开始日', warmUpFromOn], ['warmUpUntilOn', '预热阶段截止日', warmUpUntilOn], true)
    inOrder(['预热阶段截止日', warmUpUntilOn], ['startsOn', '活动开始日', startsOn], false)
    inOrder(['活动开始日', startsOn], ['endsOn', '活动结束日', endsOn], true)
    inOrder(['活动结束日', endsOn], ['closedOn', '收尾阶段截止日', closedOn], false)
  }
  const opensOn = prizeDraw?.collection?.opensOn
  if (opensOn && period?.startsOn && opensOn < period.startsOn) {
    report(
      ['prizeDraw', 'collection', 'opensOn'],
      `领奖信息从 ${formatDay(opensOn, true)}开始填写，早于活动开始日`,
      '改为活动开始日或以后',
    )
  }
}
