import {
  benefit,
  calendarDay,
  choice,
  code,
  count,
  flag,
  group,
  list,
  odds,
  orNone,
  percent,
  text,
  yuan,
} from './fields'

export const prizeKinds = {
  'fuel-card': '加油卡',
  'maintenance-coupon': '保养券',
  'car-wash-coupon': '洗车券',
  accessories: '车载用品',
} as const

/** One more draw for sharing to Moments. WeChat's rules forbid rewarding shares: a named person answers for the switch. */
const shareChance = group('分享得机会', '§5.4.2', {
  mode: choice('分享机会', '§5.4.2', {
    off: '不因分享增加机会',
    'on-share': '点击分享即增加（只能知道打开了分享面板）',
    'on-visit': '有他人从分享进入才增加',
  }),
  perDay: count('每天最多增加', '§5.4.2', '次', { min: 1, max: 1 }),
  visitorCounts: choice('同一位来访者', '§5.4.2', {
    'once-a-day': '每天计一次',
    'once-per-campaign': '整个活动只计一次',
  }),
  title: text('分享卡片标题', '§5.4.2'),
  legalBasis: text('法律依据', null, '微信运营规范不允许奖励分享，写明依据'),
  approver: orNone(text('批准人', null, '开启分享机会必须有具名批准人；关闭时写 无'), '无'),
})

const followGate = group('关注公众号', '§5.4.1', {
  mode: choice('关注要求', '§5.4.1', {
    off: '不提关注',
    prompt: '提示关注，不关注也可抽奖',
    required: '关注后才能抽奖',
  }),
  accountName: text('公众号名称', '§5.4.1'),
  legalBasis: text('法律依据', null, '微信运营规范不允许以抽奖诱导关注，写明依据'),
  approver: orNone(text('批准人', null, '以关注为条件必须有具名批准人；不要求时写 无'), '无'),
})

const prize = group('一种奖品', '§5.4.3', {
  prizeId: code('奖品编号', '§5.4.3', /^[a-z0-9-]{2,32}$/, '小写字母、数字和连字符，活动内唯一'),
  kind: choice('奖品种类', '§5.4.3', prizeKinds),
  name: text('奖品名称', '§5.4.3'),
  valueFen: yuan('单个奖品价值', '§5.4.3'),
  oddsPpm: odds('中奖概率', '§5.4.3', '每次抽奖中得这种奖品的概率，最多四位小数'),
  quantity: count('数量', '§5.4.3', '份', { min: 1, max: 1_000_000 }),
  perDay: orNone(count('每天最多发出', '§5.4.3', '份', { min: 1 }), '不限'),
  perCustomer: orNone(count('每人最多中得', '§5.4.3', '份', { min: 1 }), '不限'),
  delivery: choice('发放方式', '§5.4.4', { coupon: '电子券', goods: '实物' }),
  deliveryNote: text('发放说明', '§5.4.4', '券发到哪里，或物品怎样送达'),
  inPerson: flag('是否可到网点领取', '§5.4.4', '只限实物；电子券写 false'),
  usage: text('使用条件', '§5.4.3', '在哪里用、什么限制；没有限制也要写明'),
  validDays: orNone(count('发放后有效期', '§5.4.3', '天', { min: 1, max: 3650 }), '不限'),
  taxable: flag('是否按偶然所得计税', null, '折扣券等价格优惠不计税'),
})

/** §5.4.4 中奖者在活动结束后若干工作日内填写领奖信息，核实后若干工作日内发放。 */
const collection = group('领奖', '§5.4.4', {
  opensOn: calendarDay('领奖信息开始填写日', '§5.4.4', '可以早于活动结束日，中奖后即可填写'),
  withinWorkingDays: count('活动结束后填写期限', '§5.4.4', '个工作日', { min: 1, max: 60 }),
  verifyWithinWorkingDays: count('填写后核实期限', '§5.4.4', '个工作日', { min: 1, max: 30 }),
  handOverWithinWorkingDays: count('核实后发放期限', '§5.4.4', '个工作日', { min: 1, max: 60 }),
  correctWithinWorkingDays: count('退回后改正期限', '§5.4.4', '个工作日', {
    min: 1,
    max: 30,
    hint: '资料有误退回的，从退回次日起算；不早于填写期限',
  }),
  remindDaysBefore: list('截止前提醒', '§5.4.4', count('截止前', '§5.4.4', '天', { min: 1, max: 60 }), {
    templateItems: 2,
    hint: '每次提醒写一行，从早到晚',
  }),
  identityAboveFen: orNone(
    yuan('单件价值超过多少登记证件', '§5.4.4', { hint: '只对按偶然所得计税的奖品，用于代扣代缴；不含本数' }),
    '不登记',
  ),
  alternateWithinWorkingDays: orNone(
    count('逾期未领的奖品补发给候补的人，填写期限', '§5.4.4', '个工作日', {
      min: 1,
      max: 30,
      hint: '候补：抽中时已发完的人，按抽奖时间先后；从补发次日起算；每件补发一次',
    }),
    '不补发',
  ),
  forfeiture: choice('逾期未领、没有补发的奖品', '§5.4.4', {
    void: '视为放弃，奖品作废',
    donate: '视为放弃，奖品折价捐赠公益项目',
  }),
})

const tax = group('个人所得税', null, {
  rateBps: percent('偶然所得税率', null, { max: 9_999, hint: '现行 20%' }),
  borneBy: choice('税款承担', null, { organiser: '由主办方承担', winner: '由中奖者承担，主办方代扣代缴' }),
})

/** §5.4 互动抽奖。 */
export const prizeDraw = group('互动抽奖', '§5.4', {
  ...benefit('§5.4'),
  freeChancesPerDay: count('每天免费抽奖', '§5.4.2', '次', { min: 1, max: 1 }),
  shareChance,
  followGate,
  winningOddsPpm: odds('总中奖概率', '§5.4.3', '必须等于各奖品概率之和'),
  winsPerCustomer: orNone(count('每人整个活动最多中奖', '§5.4.3', '次', { min: 1 }), '不限'),
  winsPerCustomerPerDay: orNone(count('每人每天最多中奖', '§5.4.3', '次', { min: 1 }), '不限'),
  whenOut: choice('抽中的奖品已发完时', '§5.4.3', {
    'no-prize': '不中奖',
    'next-prize': '改发列在其后、还有余量的奖品',
  }),
  prizes: list('奖品', '§5.4.3', prize, { templateItems: 4, hint: '页面和开奖验证都按这里的顺序' }),
  collection,
  tax,
})
