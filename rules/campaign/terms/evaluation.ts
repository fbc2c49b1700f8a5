import { count, group, list, percent, text } from './fields'

/** §9 效果评估. */
export const evaluation = group('效果评估', '§9', {
  premiumIncomeShareBps: percent('活动保费占比目标', '§9', { hint: '活动带来的保费占同期保费收入' }),
  satisfactionBps: percent('满意度目标', '§9'),
  questionnaireTopics: list('问卷主题', '§9', text('主题', '§9'), { hint: '活动内容、优惠力度、服务质量、建议' }),
  callBacks: count('电话回访', '§9', '人', { min: 1 }),
  exposures: count('曝光目标', '§9', '次'),
  newFollowers: count('新增关注目标', '§9', '人'),
  interactions: count('互动目标', '§9', '次'),
})
