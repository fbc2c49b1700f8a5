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
  'offer-not-enabled': '这项优惠目前没有开放。',
  'rating-unavailable': '这种车辆暂时不能在线试算，请到网点或拨打客服电话咨询。',
  'too-many-codes': '验证码发送过于频繁，请稍后再试。',
  'phone-code-invalid': '验证码不正确或已过期，请重新获取。',
  'phone-proof-needed': '更换银行账户需要重新验证手机号。',
  'binding-no-match': '没有找到与您填写的信息相符的保单，请核对手机号、证件号后 6 位或车牌号。',
  'binding-locked': '核对次数过多，请 24 小时后再试，或到网点办理。',
  'binding-other-customer': '您的微信已经绑定另一位投保人，请先解除绑定。',
  'not-bound': '请先绑定保单。',
  'branch-unknown': '没有这个网点，请重新选择。',
  'too-many-leads': '您今天的预约已经够多了，网点会尽快联系您。',
  'voucher-unknown': '没有找到这张券。',
  'voucher-used': '这张券已经用完。',
  'voucher-expired': '这张券已过有效期。',
  'voucher-not-yet': '这张券还没有到生效日期。',
  'code-unknown': '券码不正确，请客户重新出示。',
  'code-expired': '券码已过期，请客户重新出示。',
  'item-unknown': '这张券不包含这个项目。',
  'bank-account-in-use': '有一笔返还正在打款，到账后才能撤回账户。',
  'too-many-copies': '今天已经取过副本，请明天再来。',
} as const

export type RefusalCode = keyof typeof refusalTexts
