import { calendarDay, flag, group, list, text } from './fields'

/** §3 活动时间, and the stages around it (§7). Every day is in Asia/Shanghai; each stage includes its last day. */
export const period = group('活动时间', '§3', {
  preparationFromOn: calendarDay('准备阶段开始日', '§7', '活动开始前若干天'),
  warmUpFromOn: calendarDay('预热阶段开始日', '§7'),
  warmUpUntilOn: calendarDay('预热阶段截止日', '§7', '含当日'),
  startsOn: calendarDay('活动开始日', '§3', '当日 0 点开始'),
  endsOn: calendarDay('活动结束日', '§3', '含当日，24 点结束'),
  closedOn: calendarDay('收尾阶段截止日', '§7', '含当日；领奖、发奖、结算和评估都在此前完成'),
})

/** Corrections of the State Council's calendar for single days. */
export const workingDays = group('工作日调整', null, {
  overrides: list(
    '个别日期的调整',
    null,
    group('一天', null, {
      on: calendarDay('日期', null),
      working: flag('是否上班', null),
      reason: text('依据', null),
    }),
    { minLength: 0, templateItems: 0, hint: '没有调整时写 []' },
  ),
})
