import { choice, code, group, list, text } from './fields'

/** §6 活动宣传. Every channel has its own code, by which visits, draws, referrals and policies are counted. */
export const promotion = group('活动宣传', '§6', {
  channels: list(
    '宣传渠道',
    '§6',
    group('一个渠道', '§6', {
      channelId: code('渠道代码', '§6', /^[a-z0-9-]{1,24}$/, '小写字母、数字和连字符，最多 24 位'),
      name: text('渠道名称', '§6'),
      kind: choice('线上或线下', '§6', { online: '线上', offline: '线下' }),
      manager: text('负责部门', '§6'),
    }),
    { templateItems: 2 },
  ),
})
