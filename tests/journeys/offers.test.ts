import { inventedIdNumber, inventedVin } from '../../tools/policy-book/invented'
import { eventMessage } from '../fixtures/policy-event'
import type { CampaignCloud } from '../handlers/campaign-cloud'
import { appoint, lastSms } from '../handlers/policy-book'
import { policyFeed } from '../handlers/policy-feed'
import { journey, type World, withBrowser } from './journey'
import type { Phone } from './phone'

withBrowser()

const holderPhone = '13800001234'
const idNumber = inventedIdNumber(7)
const car = {
  vin: inventedVin(7),
  plateNumber: '京A80001',
  holderName: '林演示',
  holderIdNumber: idNumber,
  holderPhone,
}
/** Issued a year ago, due within the campaign: ¥4,400.00. */
const lastYear = eventMessage({
  ...car,
  policyNumber: 'PDZA202500000007',
  issuedAt: '2025-09-25 09:30',
  coverStartsOn: '2025-10-01',
  coverEndsOn: '2026-09-30',
  commercialPremiumFen: 440_000,
})
/** News of claims in the year that now ends. */
const claimsSoFar = (claimsLastYear: number) =>
  ({ ...lastYear, event: 'claim-count', claimsLastYear, sequence: 2 }) as const
/** Issued this morning, in force at once: ¥4,200.00. */
const newPolicy = eventMessage({ ...car, policyNumber: 'PDZA202600000007', coverStartsOn: '2026-09-08' })

/** 优惠 → 绑定保单, by a code to the typed number and the end of the ID number. */
async function bind(phone: Phone, cloud: CampaignCloud): Promise<void> {
  await phone.open('offers')
  await phone.tap('绑定保单')
  await phone.see('核对一项信息')
  await phone.type('投保人证件号后 6 位', idNumber.slice(-6))
  // WeChat offers its own button first, the preview has none.
  if ((await phone.read()).includes('用短信验证码')) await phone.tap('用短信验证码')
  await phone.type('手机号', holderPhone)
  await phone.tap('获取验证码')
  await phone.see('验证码已发送')
  await phone.type('短信验证码', lastSms(cloud, holderPhone))
  await phone.tap('绑定保单')
  await phone.see('绑定成功')
  await phone.tap('查看我的优惠')
  await phone.see('您好')
}

/** Somebody of the branch in the middle of the town, at 网点核销 of their own phone. */
async function branchPerson(name: string, cloud: CampaignCloud, customer: World['customer']): Promise<Phone> {
  const phone = await customer(name)
  const openid = `mini-${Buffer.from(name).toString('hex')}`
  await appoint(cloud, { openid, name, role: 'branch', branchCode: 'SF0101' })
  await phone.open('mine')
  await phone.tap('网点核销')
  await phone.see('今天还没有核销')
  return phone
}

journey('老客户看到续保优惠和明细', [], async ({ cloud, customer }) => {
  // What is told with last year's policy is about the year before it: nobody knows yet of the year that now ends.
  await policyFeed(cloud).tell({ ...lastYear, loyaltyGrade: '' })
  const lin = await customer('林晓')
  await bind(lin, cloud)
  await lin.see('上年出险次数核实后按条款计算。')
  await policyFeed(cloud).tell({ ...claimsSoFar(0), loyaltyGrade: '' })
  await lin.open('offers')
  await lin.see('京A·8***1')
  await lin.see('¥4,400.00')
  await lin.see('¥3,762.00')
  await lin.see('续保立减 ¥638.00')
  await lin.see('¥176.00')
  await lin.see('行车记录仪')
  // 4,400.00 × (1 − 0.9 × 0.95): the base gives 440.00, no claim another 198.00.
  await lin.tap('续保保费折扣的明细，展开')
  await lin.see('¥440.00')
  await lin.see('¥198.00')
  await lin.see('§5.2.1')
  await lin.tap('预约续保')
  await lin.see('选择网点')
})

journey('新客户试算并预约', [], async ({ cloud, customer, staff }) => {
  const chen = await customer('陈默')
  await chen.open('offers', { query: { c: 'dealer' } })
  await chen.see('续保、投保都有优惠')
  await chen.tap('保费试算')
  await chen.see('您的车辆')
  await chen.tap('运动型多用途车')
  await chen.tap('车牌号（可不填），未填写')
  for (const key of '京A12345') await chen.tap(key)
  await chen.tap('完成')
  await chen.tap('开始试算')
  await chen.see('仅供参考')
  await chen.see('交强险（另计，不参与折扣）')
  // A look at last year's policy in another app: the result is still there.
  await chen.leave()
  await chen.comeBack()
  await chen.see('仅供参考')
  await chen.tap('预约投保')
  await chen.see('您试算的车辆')
  await chen.tap('提交预约')
  await chen.see('请选择网点')
  await chen.see('请先同意网点与您联系')
  await chen.tap('示范市中心营业部（演示），示范市中心区演示路 1 号')
  await chen.type('称呼', '陈先生')
  await chen.type('手机号', '13800005678')
  await chen.tap('同意所选网点就本次预约与我电话联系。我的称呼、手机号和车牌号只用于这次预约。')
  await chen.tap('提交预约')
  await chen.see('预约已提交')
  await chen.see(/示范市中心营业部.*前（含当日）与您联系/)

  const he = await branchPerson('何静', cloud, customer)
  await he.see('陈** · 投保')
  await he.tap('联系陈**')
  await he.see('138****5678')
  await he.see('京A·1***5')
  await he.see('4S 店')
  await he.dontSee('陈先生')
  await he.tap('拨打电话')
  await he.see('13800005678')
  await he.tap('约好到店')
  await he.tap('登记')
  await he.see('陈**的预约已经办完')
  await he.see('没有等着联系的预约')

  const reviewer = await staff({ name: '钱审核', role: 'reviewer' })
  await reviewer.open('预约')
  await reviewer.see('没有待联系的预约')
  await reviewer.press('已联系')
  await reviewer.see('陈**')
  await reviewer.see('何静')
  await reviewer.see('4S 店')
})

journey('出险两次维持原折扣', [], async ({ cloud, customer }) => {
  await policyFeed(cloud).tell(lastYear, claimsSoFar(2))
  const lin = await customer('林晓')
  await bind(lin, cloud)
  await lin.see('2 次')
  // The base of 9折 as it is: 440.00 off 4,400.00.
  await lin.see('¥3,960.00')
  await lin.see('续保立减 ¥440.00')
  await lin.tap('续保保费折扣的明细，展开')
  await lin.see('上年出险 2 次，按基准折扣计算；未出险可再减 ¥198.00。')
})

journey('救援券被核销：出示、核销、两边都看到', [], async ({ cloud, customer }) => {
  await policyFeed(cloud).tell(newPolicy)
  const lin = await customer('林晓')
  await bind(lin, cloud)
  await lin.tap('服务礼包，道路救援、车辆检测、工时与配件券')
  await lin.see('我的服务券')
  await lin.tap('使用道路救援')
  await lin.see('后失效')
  const code = /券码二维码，([0-9A-Z]{12})/.exec(await lin.read())?.[1] ?? ''

  const he = await branchPerson('何静', cloud, customer)
  await he.type('12 位号码', code)
  await he.tap('查询')
  await he.see('核销后不能撤销')
  await he.tap('搭电')
  await he.tap('确认核销')
  await he.see('核销成功')
  await he.see('共 1 笔')

  await lin.see('已核销')
  await lin.tap('返回服务礼包')
  await lin.tap('道路救援的使用记录（1），展开')
  await lin.see('搭电')
  await lin.see('不限次数')
})

journey('退保后权益收回', [], async ({ cloud, customer }) => {
  const feed = policyFeed(cloud)
  await feed.tell(newPolicy)
  const lin = await customer('林晓')
  await bind(lin, cloud)
  await lin.see('已享受')
  await lin.see('已承诺')
  await lin.see('可使用')

  await feed.tell({ ...newPolicy, event: 'cancelled', sequence: 2 })
  await lin.open('offers')
  await lin.see('已退保')
  await lin.see('已收回')
  await lin.dontSee('可使用')
  await lin.dontSee('已确定的减免与返还')
})
