import type { OutputOf } from '#contract/operation'
import { acceptInvitation, openInvitation, openReferral, type SentInvitation } from '#contract/referral'
import { type RefusalCode, refusalTexts } from '#contract/refusals'
import type { PicturedState } from './state'

const ownPage = 'packages/referral/pages/index'
const friendPage = 'packages/referral/pages/invitation'

type View = OutputOf<typeof openReferral>
type Received = OutputOf<typeof openInvitation>

const at = Date.parse('2026-09-08T10:00:00+08:00')
const sent = (who: string, state: SentInvitation['state'], next: string): SentInvitation => ({
  ...{ invitationId: `${who}.${state}`, who, state, next },
  ...{ openedAt: at, validUntilOn: '2026-10-07' },
})
const reward: View['rewards'][number] = {
  ...{ benefitId: 'demo.P1.referral-reward', who: '王**', form: 'cash', giftName: null, amountFen: 10_000 },
  ...{ state: { kind: 'given', status: 'pending', since: at }, dueOn: '2026-09-21', version: 3, statement: [] },
  next: '9 月 15 日起审核，9 月 21 日前（含当日）到账；在此之前退保的，不再奖励。',
  choosable: true,
}
const busy = (view: View): View => ({
  ...view,
  needsBankAccount: true,
  rewards: [
    reward,
    {
      ...{ ...reward, benefitId: 'demo.P2.referral-reward', who: '陈**', form: 'gift', choosable: false },
      ...{ giftName: '车载应急启动电源', state: { kind: 'given', status: 'fulfilled', since: at } },
      next: '礼品已领取。',
    },
    {
      ...{ ...reward, benefitId: 'demo.P3.referral-reward', who: '周**', choosable: false },
      ...{ state: { kind: 'given', status: 'approved', since: at }, next: '已通过，9 月 21 日前（含当日）到账。' },
    },
    {
      ...{ ...reward, benefitId: 'demo.P4.referral-reward', who: '吴**', choosable: false },
      ...{ state: { kind: 'given', status: 'clawed-back', since: at }, next: '朋友的保单已退保，奖励收回。' },
    },
  ],
  invitations: [
    sent('一位微信朋友', 'opened', '朋友验证手机号后才算数。'),
    sent('手机尾号 7777', 'accepted', '10 月 7 日前（含当日）用这个手机号投保，算您推荐的。'),
    sent('王**', 'issued', '保单已出，奖励在上面。'),
    sent('赵**', 'not-counted', '被推荐人已经是本公司客户，不算推荐。'),
    sent('手机尾号 8888', 'expired', '朋友没有在 10 月 7 日前投保。'),
    sent('一位微信朋友', 'replaced', '朋友后来接受了另一位的邀请。'),
  ],
})
const mayNot = (view: View): View => ({
  ...view,
  standing: { kind: 'may-not', why: 'not-bound', advice: '绑定您本人的保单后，就可以推荐。' },
  invitations: [],
  rewards: [],
})

const received = (phoneTail: string | null): Received => ({
  campaign: {
    ...{ campaignId: 'demo-2026-autumn', title: '金秋车主回馈季', organiser: '示范财产保险股份有限公司' },
    ...{ demo: true, phase: 'running', startsOn: '2026-09-01', endsOn: '2026-12-31', collectUntilOn: '2027-01-12' },
    ...{ runsFromAt: at, runsUntilAt: at, termsVersion: 1, termsHash: 'ab'.repeat(32), paused: [] },
  },
  invitation: { by: '李**', discount: '9.8 折', validUntilOn: '2026-10-07', phoneTail },
})
const friend: Pick<PicturedState, 'path' | 'query' | 'whole'> = {
  ...{ path: friendPage, query: 'r=AbCdEfGh23456789', whole: true },
}
const refusedFriend = (name: string, code: RefusalCode, query = friend.query): PicturedState => ({
  ...{ ...friend, name, ...(query !== undefined && { query }) },
  answers: { [openInvitation.name]: { refused: code, message: refusalTexts[code] } },
})
const posterPage = 'packages/share/pages/poster'

/** 推荐有礼, and what the friend sees who opens an invitation. */
export const referralStates: readonly PicturedState[] = [
  {
    ...{ name: '推荐-有邀请和奖励', path: ownPage, whole: true },
    answers: { [openReferral.name]: { change: busy } },
  },
  {
    ...{ name: '推荐-还不能推荐', path: ownPage, whole: true },
    answers: { [openReferral.name]: { change: mayNot } },
  },
  { name: '推荐-海报', path: posterPage, query: 'of=referral', whole: true },
  {
    ...{ ...friend, name: '邀请-收到' },
    answers: { [openInvitation.name]: { reply: received(null) } },
  },
  {
    ...{ ...friend, name: '邀请-用短信验证码' },
    answers: { [openInvitation.name]: { reply: received(null) } },
    async act(phone) {
      await phone.tap('用短信验证码')
      await phone.see('获取验证码')
    },
  },
  {
    ...{ ...friend, name: '邀请-已接受' },
    answers: { [openInvitation.name]: { reply: received('6666') } },
  },
  {
    ...{ ...friend, name: '邀请-接受时被拒' },
    answers: {
      [openInvitation.name]: { reply: received(null) },
      [acceptInvitation.name]: {
        refused: 'invitation-same-phone',
        message: refusalTexts['invitation-same-phone'],
      },
    },
    async act(phone) {
      await phone.tap('用微信手机号接受')
      await phone.see(refusalTexts['invitation-same-phone'])
    },
  },
  refusedFriend('邀请-没有编号', 'invitation-unknown', ''),
  refusedFriend('邀请-自己的', 'invitation-own'),
  refusedFriend('邀请-已过期', 'invitation-expired'),
  refusedFriend('邀请-次数已满', 'referrer-has-all'),
  refusedFriend('邀请-已经是客户', 'invitee-is-customer'),
]
