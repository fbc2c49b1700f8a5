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

export type KeptRow = OutputOf<typeof readMyData>['kept'][number]
/** Nothing but an account stays for now. */
type Row = Omit<KeptRow, 'stays'> & Partial<Pick<KeptRow, 'stays'>>

/** What goes at once on request: nothing in law asks to keep it. */
const DELETABLE: ReadonlySet<PersonalDataKind> = new Set(['bank-account'])

/** 留存了什么、为什么、到什么时候; masked. */
export const keptData = (terms: Terms, data: PersonalData): KeptRow[] =>
  rowsOf(terms, data).map((row) => ({ stays: null, ...row }))

function rowsOf(terms: Terms, data: PersonalData): Row[] {
  const { account, binding, book, leads, invitations, around, prizes, ofHolder } = data
  const drafts = prizes.filter(({ details }) => details.step === 'draft').length
  const stays = ofHolder?.accountStays ? accountStaysTexts[ofHolder.accountStays] : null
  const ofKinds = terms.personalData.kept.map(({ kind }): Row => {
    const until = keptUntil(terms, kind, ofHolder?.lastCoveredOn ?? null)
    return {
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
  const purseRow: Row = {
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
      ...accountTakenBack,
      value: ofHolder?.removedAccount ? `${formatDay(dayOf(ofHolder.removedAccount.removedAt), true)}撤回` : null,
      until: `保存到 ${keptUntil(terms, 'policy', ofHolder?.lastCoveredOn ?? null)?.text ?? drawRecordsKeptUntil(terms).text}`,
      deletable: false,
    },
    {
      what: '您的编号',
      value: account,
      why: '代替微信标识来识别您；工作人员凭它登记，咨询时也可以报它',
      until: drawRecords,
      deletable: false,
    },
    {
      what: '微信与保单的绑定',
      value: binding ? '已绑定' : null,
      why: '让您在微信里看到自己的优惠',
      until: '解除绑定时删除',
      deletable: true,
    },
    {
      what: '预约记录',
      value: leads.length > 0 ? `${leads.length} 条` : null,
      why: '网点按您留下的称呼和手机号联系您',
      until: '您要求删除时',
      deletable: true,
    },
    {
      what: '没有提交的领奖信息',
      value: drafts > 0 ? `${drafts} 份草稿` : null,
      why: '让您接着填写',
      until: '您要求删除时',
      deletable: true,
    },
    {
      what: '打开过的邀请',
      value: invitations.length > 0 ? `${invitations.length} 次` : null,
      why: '投保时再打折，也让邀请您的人得到奖励；手机号只留加密的编码和末四位',
      until: '您要求删除时',
      deletable: true,
    },
    {
      what: '小程序里的通知',
      value: around.notices > 0 ? `${around.notices} 条` : null,
      why: '告诉您奖品和礼品走到哪一步',
      until: '您要求删除时',
      deletable: true,
    },
    {
      what: '出示过的身份码',
      value: around.customerCode ? '1 个，只留加密的编码' : null,
      why: '到网点时认出是您本人',
      until: '您要求删除时',
      deletable: true,
    },
    {
      what: '同意接收的服务通知',
      value: around.acceptances > 0 ? `还可以发送 ${around.acceptances} 次` : null,
      why: '奖品和礼品有进展时通过微信告诉您',
      until: '您要求删除时',
      deletable: true,
    },
    {
      what: '推荐码里的微信编号、微信评级和海报',
      value: around.referralCodes > 0 ? `${around.referralCodes} 个推荐码` : null,
      why: '让您邀请朋友；删除后推荐码不能再用，已有的推荐奖励不受影响',
      until: '您要求删除时',
      deletable: true,
    },
    {
      what: '抽奖记录',
      value: book && book.draws.length > 0 ? `${book.draws.length} 次` : null,
      why: '证明抽奖公平，法规要求中奖记录保存不少于 2 年',
      until: drawRecords,
      deletable: false,
    },
  ]
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
