/**
 * Every refusal a person can meet, with the sentence that is shown for it. The one place where a code becomes Chinese.
 * A sentence says the reason and what would change it.
 */
export const refusalTexts = {
  'input-invalid': '提交的内容有误，请检查后重试。',
  'operation-unknown': '当前版本过旧，请更新小程序后再试。',
  'not-signed-in': '请在微信中打开小程序后再试。',
  'not-allowed': '您没有进行这项操作的权限。',
  busy: '参与的人较多，您的机会没有扣减，请稍后再试。',
  unavailable: '系统暂时无法处理，您的机会和奖品都不受影响，请稍后再试。',
  'campaign-not-published': '活动尚未发布，请以官方公告为准。',
  'campaign-not-started': '活动还没有开始，请在活动开始后再来。',
  'campaign-over': '活动已经结束，感谢您的参与。',
  'draw-stopped': '抽奖暂时停止，已经获得的奖品不受影响。',
  'no-chance-left': '今天的机会用完了，明天 0 点后再来。',
  'not-following': '关注公众号后即可抽奖。',
  'share-unknown': '这个分享链接无效或已过期。',
  'terms-invalid': '活动文件有误，没有发布。',
  'terms-after-start': '活动已经开始，不能再更改已公布的条款；新的活动请使用新的活动编号，在开始之前发布。',
  'terms-other-campaign': '另一个活动正在进行，请在它结束之后发布新的活动。',
} as const

export type RefusalCode = keyof typeof refusalTexts
