import { TAKE_BACK_WITHIN_MS } from '#rules/benefit/status'
import { day, startOf } from '#values/days'
import { bindBy, lastSms, li, liCar, tellOfBoth } from '../handlers/policy-book'
import { policyFeed } from '../handlers/policy-feed'
import { issued, wang } from '../handlers/referral-book'
import { journey, withBrowser } from './journey'
import { payOut } from './pay-out'
import { scanScreen } from './scan'

withBrowser()

const HOUR_MS = 3_600_000
const heldUntil = startOf(day('2026-09-15'))

journey('推荐人拿到奖励', [], async ({ cloud, customer, staff }) => {
  await tellOfBoth(cloud)
  await bindBy(cloud, { openid: `mini-${Buffer.from('李演示').toString('hex')}` }, li, liCar)
  const referrer = await customer('李演示')
  await referrer.open('offers', { query: { c: 'dealer' } })
  await referrer.tap('推荐有礼')
  await referrer.see('¥100 现金')
  await referrer.see('还没有朋友打开您的邀请')
  await referrer.tap('我的邀请海报')
  await referrer.see('保存到相册')
  const { page, entrance } = await scanScreen(referrer)
  if (page !== 'packages/referral/pages/invitation') throw new Error(`the poster opens ${page}`)

  const invitee = await customer('王示例')
  await invitee.open('invitation', entrance)
  await invitee.see('李** 邀请您投保')
  await invitee.see('9.8 折')
  // WeChat offers its own button first, the preview has none.
  if ((await invitee.read()).includes('用短信验证码')) await invitee.tap('用短信验证码')
  await invitee.type('手机号', wang.phone)
  await invitee.tap('获取验证码')
  await invitee.see('验证码已发送')
  await invitee.type('短信验证码', lastSms(cloud, wang.phone))
  await invitee.tap('接受邀请')
  await invitee.see('已接受邀请：用尾号 6666 的手机号投保')
  await invitee.tap('保费试算')
  await invitee.tap('开始试算')
  await invitee.see('由 李** 邀请')
  await referrer.open('referral')
  await referrer.see('手机尾号 6666')
  await referrer.see('已接受')

  cloud.clock.advance(2 * HOUR_MS)
  await policyFeed(cloud).tell(issued(wang))
  await referrer.open('referral')
  await referrer.see('已投保')
  await referrer.see('9 月 15 日起审核，9 月 21 日前（含当日）到账')

  await cloud.killInstances()
  cloud.clock.set(heldUntil + 10 * HOUR_MS)
  await cloud.timersSettled()
  await referrer.open('referral')
  await referrer.see('正在审核')

  const reviewer = await staff({ name: '钱审核', role: 'reviewer' })
  await reviewer.open('推荐')
  await reviewer.see('李**')
  await reviewer.see('4S 店')
  await reviewer.open('待审核')
  await reviewer.see('推荐奖励')
  await reviewer.key('j')
  await reviewer.key('a')
  await reviewer.see('已通过 1 笔')

  await referrer.open('referral')
  await referrer.see('待打款')
  await referrer.tap('去填写')
  await referrer.type('银行卡号', '6222020000000000000')
  await referrer.see('已按卡号识别')
  await referrer.tap('我已阅读以上内容，单独同意使用我的银行账户信息。')
  await referrer.tap('保存账户')
  await referrer.see('用于现金返还和奖励')

  cloud.clock.advance(TAKE_BACK_WITHIN_MS + 1)
  await payOut(staff, '0000')
  await referrer.open('referral')
  await referrer.see('已到账')
})
