import type { readMyData } from '#contract/my-data'
import type { OutputOf } from '#contract/operation'
import { drawRecordsKeptUntil, keptUntil, type PersonalDataKind } from '#rules/campaign/personal-data'
import type { Terms } from '#rules/campaign/terms'
import { personalDataKinds } from '#rules/campaign/terms/organiser'
import { accountStaysTexts, accountTakenBack } from '#rules/customer-data/deletion'
import { payeeText, payoutWays } from '#rules/payout/payout'
import { isPurse } from '#store/bank-accounts'
import { dayOf, formatDay } from '#values/days'
import type { PersonalData } from './personal-data'

type ShownRow = OutputOf<typeof readMyData>['kept'][number]

/** What is kept of a customer, kind by kind: 我的信息 lists each, and the copy has a section for each. */
export type KeptKind =
  | PersonalDataKind
  | 'purse'
  | 'account-taken-back'
  | 'account'
  | 'binding'
  | 'benefit'
  | 'voucher'
  | 'payment'
  | 'lead'
  | 'draft'
  | 'invitation'
  | 'notice'
  | 'customer-code'
  | 'acceptance'
  | 'referral-code'
  | 'draw'
  | 'channel'
  | 'access'
  | 'deletion'

export interface KeptRow extends ShownRow {
  kind: KeptKind
}
/** Little stays for now that may go. */
type Row = Omit<KeptRow, 'stays'> & Partial<Pick<KeptRow, 'stays'>>

/** What goes at once on request: nothing in law asks to keep it. */
const DELETABLE: ReadonlySet<PersonalDataKind> = new Set(['bank-account'])

/** 留存了什么、为什么、到什么时候; masked. */
export const keptData = (terms: Terms, data: PersonalData): KeptRow[] =>
  rowsOf(terms, data).map((row) => ({ stays: null, ...row }))

function rowsOf(terms: Terms, data: PersonalData): Row[] {
  const { account, binding, books, leads, invitations, around, prizes, accessCount, deletion, ofHolder } = data
  const drafts = prizes.filter(({ details }) => details.step === 'draft').length
  const stays = ofHolder?.accountStays ? accountStaysTexts[ofHolder.accountStays] : null
  const ofKinds = terms.personalData.kept.map(({ kind }): Row => {
    const until = keptUntil(terms, kind, ofHolder?.lastCoveredOn ?? null)
    return {
      kind,
      what: personalDataKinds[kind],
      value: valueOfKind(kind, data),
      why: until?.reason ?? '',
      until: until ? `保存到 ${until.text}` : '',
      deletable: DELETABLE.has(kind),
      ...(kind === 'bank-account' && { stays }),
    }
  })
  const drawRecords = `保存到 ${drawRecordsKeptUntil(terms).text}`
  const purse = purseOf(data)
  const withPolicy = `保存到 ${keptUntil(terms, 'policy', ofHolder?.lastCoveredOn ?? null)?.text ?? drawRecordsKeptUntil(terms).text}`
  const draws = books.reduce((sum, book) => sum + book.draws.length, 0)
  const { benefits = [], vouchers = [], payments = [] } = ofHolder ?? {}
  const purseRow: Row = {
    kind: 'purse',
    what: '收到微信零钱的选择和单独同意',
    value: purse && `${formatDay(dayOf(purse.consent.at), true)}同意`,
    why: '把现金付到您的微信零钱，姓名提供给财付通（微信支付）核对收款人',
    until: '您更换、撤回或要求删除时',
    deletable: true,
    stays,
  }
  return [
    ...ofKinds,
    ...(purse || payoutWays(terms).includes('wechat-transfer') ? [purseRow] : []),
    {
      kind: 'account-taken-back',
      ...accountTakenBack,
      value: ofHolder?.removedAccount ? `${formatDay(dayOf(ofHolder.removedAccount.removedAt), true)}撤回` : null,
      until: withPolicy,
      deletable: false,
    },
    {
      kind: 'account',
      what: '您的编号',
      value: account,
      why: '代替微信标识来识别您；工作人员凭它登记，咨询时也可以报它',
      until: drawRecords,
      deletable: false,
    },
    {
      kind: 'binding',
      what: '微信与保单的绑定',
      value: binding ? '已绑定' : null,
      why: '让您在微信里看到自己的优惠；绑定时微信给出的评级只决定由不由人核查',
      until: '解除绑定时删除',
      deletable: true,
    },
    {
      kind: 'benefit',
      what: '优惠和推荐奖励',
      value: benefits.length > 0 ? `${benefits.length} 项` : null,
      why: '计算、审核和给付；风险评分只决定由不由人核查，从不自动拒绝',
      until: withPolicy,
      deletable: false,
    },
    {
      kind: 'voucher',
      what: '服务礼包的券和使用记录',
      value: vouchers.length > 0 ? `${vouchers.length} 张` : null,
      why: '让您使用服务，每张券只按次数使用',
      until: withPolicy,
      deletable: false,
    },
    {
      kind: 'payment',
      what: '打款记录',
      value: payments.length > 0 ? `${payments.length} 笔` : null,
      why: '会计法要求保存付款凭证',
      until: withPolicy,
      deletable: false,
    },
    {
      kind: 'lead',
      what: '预约记录',
      value: leads.length > 0 ? `${leads.length} 条` : null,
      why: '网点按您留下的称呼、手机号和车牌号联系您',
      until: '您要求删除时',
      deletable: true,
    },
    {
      kind: 'draft',
      what: '没有提交的领奖信息',
      value: drafts > 0 ? `${drafts} 份草稿` : null,
      why: '让您接着填写',
      until: '您要求删除时',
      deletable: true,
    },
    {
      kind: 'invitation',
      what: '打开过的邀请',
      value: invitations.length > 0 ? `${invitations.length} 次` : null,
      why: '投保时再打折，也让邀请您的人得到奖励；手机号只留加密的编码和末四位',
      until: '您要求删除时',
      deletable: true,
    },
    {
      kind: 'notice',
      what: '小程序里的通知',
      value: around.notices > 0 ? `${around.notices} 条` : null,
      why: '告诉您奖品和礼品走到哪一步',
      until: '您要求删除时',
      deletable: true,
    },
    {
      kind: 'customer-code',
      what: '出示过的身份码',
      value: around.customerCode ? '1 个，只留加密的编码' : null,
      why: '到网点时认出是您本人',
      until: '您要求删除时',
      deletable: true,
    },
    {
      kind: 'acceptance',
      what: '同意接收的服务通知',
      value: around.acceptances > 0 ? `还可以发送 ${around.acceptances} 次` : null,
      why: '奖品和礼品有进展时通过微信告诉您',
      until: '您要求删除时',
      deletable: true,
    },
    {
      kind: 'referral-code',
      what: '推荐码里的微信编号、微信评级和海报',
      value: around.referralCodes > 0 ? `${around.referralCodes} 个推荐码` : null,
      why: '让您邀请朋友；删除后推荐码不能再用，已有的推荐奖励不受影响',
      until: '您要求删除时',
      deletable: true,
    },
    {
      kind: 'draw',
      what: '抽奖记录',
      value: draws > 0 ? `${draws} 次` : null,
      why: '证明抽奖公平，法规要求中奖记录保存不少于 2 年',
      until: drawRecords,
      deletable: false,
    },
    {
      kind: 'channel',
      what: '进入活动的渠道和是否关注公众号',
      value: channelText(terms, books),
      why: '统计各渠道的效果；关注公众号才能抽奖的，用来核对',
      until: '您要求删除时',
      deletable: true,
      stays: '由工作人员在答复您的申请时删除',
    },
    {
      kind: 'access',
      what: '查看记录',
      value: accessCount > 0 ? `${accessCount} 次` : null,
      why: '证明谁在什么时候看过您的完整信息',
      until: withPolicy,
      deletable: false,
    },
    {
      kind: 'deletion',
      what: '删除申请',
      value: deletion && `${formatDay(dayOf(deletion.requestedAt), true)}申请`,
      why: '证明您的申请有了答复',
      until: withPolicy,
      deletable: false,
    },
  ]
}

/** Null where nothing is known of it. */
function channelText({ promotion }: Terms, books: PersonalData['books']): string | null {
  const nameOf = (channel: string) => promotion.channels.find(({ channelId }) => channelId === channel)?.name ?? channel
  const told = books.flatMap(({ channel, following }) => [
    ...(channel === null ? [] : [nameOf(channel)]),
    ...(following ? ['关注了公众号'] : []),
  ])
  return told.length > 0 ? [...new Set(told)].join('、') : null
}

const purseOf = ({ ofHolder }: PersonalData) =>
  ofHolder?.bankAccount && isPurse(ofHolder.bankAccount) ? ofHolder.bankAccount : null

function valueOfKind(kind: PersonalDataKind, { ofHolder, prizes }: PersonalData): string | null {
  if (kind === 'prize-collection') {
    const handedIn = prizes.filter(({ details }) => details.step !== 'draft')
    const shown = handedIn.map(({ prizeName, details: { nameMask, phoneMask, idMask } }) =>
      [prizeName, nameMask, phoneMask, idMask].filter(Boolean).join(' '),
    )
    return shown.length > 0 ? shown.join('；') : null
  }
  if (!ofHolder) return null
  const { holder, policies, vehicles, bankAccount } = ofHolder
  switch (kind) {
    case 'policy':
      return policies.length > 0 ? `${policies.length} 张` : null
    case 'phone':
      return holder.phoneMask
    case 'id-number':
      return holder.idMask
    case 'plate':
      return vehicles.length > 0 ? vehicles.map(({ plateMask }) => plateMask).join('、') : null
    case 'bank-account':
      return bankAccount && !isPurse(bankAccount) ? payeeText(bankAccount) : null
  }
}
