import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitationCodeIn, type ReferralView } from '@/cloud/referral'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import { campaign } from '../../pages/offers/offers.fixture'
import ReferralPage from './pages/index'
import InvitationPage from './pages/invitation'

const now = Date.parse('2026-09-08T10:00:00+08:00')
const code = 'AbCdEfGh23456789'
const view = (change: Partial<ReferralView> = {}): ReferralView => ({
  campaign,
  now,
  reward: '¥100 现金或等值礼品（应急电源），任选其一',
  inviteeDiscount: '9.8 折',
  rules: ['推荐只有一级。'],
  standing: { kind: 'may', code, shareTitle: '邀请您投保' },
  invitations: [],
  rewards: [],
  needsBankAccount: false,
  ...change,
})
const reward: ReferralView['rewards'][number] = {
  benefitId: 'demo.P1.referral-reward',
  who: '王**',
  state: { kind: 'given', status: 'pending', since: now },
  form: 'cash',
  giftName: null,
  amountFen: 10_000,
  dueOn: '2026-09-21',
  next: '9 月 15 日起审核，9 月 21 日前（含当日）到账。',
  choosable: true,
  version: 3,
  statement: [],
}
const mine = (change: Partial<ReferralView> = {}) => cloudAnswers({ 'referral.mine': { data: view(change) } })
const received = { by: '李**', discount: '9.8 折', validUntilOn: '2026-10-07', phoneTail: null }

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

test('可以推荐：奖励、折扣、邀请和海报；还没有人打开', async () => {
  mine()
  render(<ReferralPage />)
  expect(await screen.findByText('9.8 折')).toBeTruthy()
  expect(screen.getByRole('button', { name: '邀请微信朋友' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '我的邀请海报' })).toBeTruthy()
  expect(screen.getByText('还没有朋友打开您的邀请。')).toBeTruthy()
  expect(screen.getByText('推荐只有一级。')).toBeTruthy()
})

test('还不能推荐：写明怎样才能，带去绑定', async () => {
  mine({ standing: { kind: 'may-not', why: 'not-bound', advice: '绑定您本人的保单后，就可以推荐。' } })
  render(<ReferralPage />)
  expect(await screen.findByText('绑定您本人的保单后，就可以推荐。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '绑定保单' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '邀请微信朋友' })).toBeNull()
})

test('邀请写明状态和原因；奖励写明到账日，可以改选礼品', async () => {
  const invitation = { invitationId: 'i1', who: '王**', openedAt: now, validUntilOn: '2026-10-07' }
  mine({
    invitations: [{ ...invitation, state: 'not-counted', next: '被推荐人已经是本公司客户。' }],
    rewards: [reward],
    needsBankAccount: true,
  })
  render(<ReferralPage />)
  expect(await screen.findByText('不算推荐')).toBeTruthy()
  expect(screen.getByText('被推荐人已经是本公司客户。')).toBeTruthy()
  expect(screen.getByText(reward.next)).toBeTruthy()
  expect(screen.getByText(/现金奖励需要您本人的收款账户/)).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '等值礼品' }))
  expect(inputsOf('referral.choose')).toEqual([{ benefitId: reward.benefitId, version: 3, form: 'gift' }])
})

test('奖励的金额怎样来、付到哪里，都能看到；礼品审核通过后可以出示身份码', async () => {
  const statement = [
    { kind: 'part' as const, label: '推荐奖励', value: '¥100', clause: '§5.3.1', amountFen: 10_000, note: null },
  ]
  const approved: ReferralView['rewards'][number]['state'] = { kind: 'given', status: 'approved', since: now }
  const settled = { choosable: false, state: approved }
  mine({
    rewards: [
      { ...reward, ...settled, statement },
      { ...reward, ...settled, benefitId: 'b-2', form: 'gift', giftName: '应急电源' },
    ],
  })
  render(<ReferralPage />)
  fireEvent.click(await screen.findByRole('button', { name: '王**的奖励的明细，展开' }))
  expect(screen.getByText('推荐奖励')).toBeTruthy()
  expect(screen.getByText('待打款')).toBeTruthy()
  expect(screen.getByText('待领取')).toBeTruthy()
  expect(screen.getByRole('button', { name: '出示我的身份码' })).toBeTruthy()
  expect(screen.getByRole('button', { name: /收款账户/ })).toBeTruthy()
})

test('朋友的邀请：看到是谁、几折；没有验证手机号前先验证', async () => {
  phone.params = { r: code }
  cloudAnswers({ 'referral.open': { data: { campaign, invitation: received } } })
  render(<InvitationPage />)
  expect(await screen.findByText('李** 邀请您投保')).toBeTruthy()
  expect(screen.getByText('验证手机号')).toBeTruthy()
  expect(inputsOf('referral.open')).toEqual([{ code }])
})

test('已经接受：写明用哪个手机号投保', async () => {
  phone.params = { scene: encodeURIComponent(`r=${code}`) }
  cloudAnswers({ 'referral.open': { data: { campaign, invitation: { ...received, phoneTail: '6666' } } } })
  render(<InvitationPage />)
  expect(await screen.findByText(/用尾号 6666 的手机号投保/)).toBeTruthy()
})

test('不算的邀请：写明原因，带去看优惠', async () => {
  phone.params = { r: code }
  cloudAnswers({ 'referral.open': { refused: 'invitee-is-customer', message: '您已经是本公司客户。' } })
  render(<InvitationPage />)
  expect(await screen.findByText('您已经是本公司客户。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '看看有哪些优惠' })).toBeTruthy()
})

test.each([
  [{ r: code }, code],
  [{ scene: encodeURIComponent(`r=${code}`) }, code],
  [{ scene: 's=AbCdEfGh23456789' }, null],
  [{ scene: '%' }, null],
  [{ r: '<script>' }, null],
  [{}, null],
])('邀请编号从链接或小程序码里读出：%j', (params, read) => expect(invitationCodeIn(params)).toBe(read))
