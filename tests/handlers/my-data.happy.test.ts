import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBankAccount, saveBankAccount } from '#contract/bank-account'
import { showCustomerCode } from '#contract/customer-code'
import { bookVisit } from '#contract/leads'
import { copyMyData, readMyData, requestDeletion } from '#contract/my-data'
import { acceptMessages } from '#contract/notices'
import { openOffers } from '#contract/offers'
import { openCollection, saveCollectionDraft, submitCollection } from '#contract/prize-collection'
import { draw } from '#contract/prize-draw'
import { openInvitation, openReferral } from '#contract/referral'
import { accountOf } from '#store/accounts'
import { DAY_MS } from '#values/days'
import { type CampaignCloud, newNonce, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { withPurse } from './payout-desk'
import {
  benefitDocument,
  bindBy,
  change,
  holderOf,
  insert,
  li,
  liCar,
  policyDocument,
  storedIn,
  tellOfBoth,
  zhang,
  zhangCar,
} from './policy-book'
import { documentsOf } from './policy-feed'
import { parcelTo, wonBy } from './prizes'
import { codeOf } from './referral-book'

const card = '6222020000000000000'
let cloud: CampaignCloud
const lin = person('lin')
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await cloud.get(saveBankAccount, { cardNumber: card, bankName: '工行', consent: true }, lin)
  await cloud.get(
    bookVisit,
    { requestKey: newNonce(), kind: 'apply', branchCode: 'SF0101', name: '李女士', phone: li.phone, consent: true },
    lin,
  )
})
afterAll(() => cloud.stop())

const keptOf = async (what: string) => (await cloud.get(readMyData, {}, lin)).kept.find((row) => row.what === what)

test('留存了什么：打码的内容、为什么、到什么时候', async () => {
  expect(await keptOf('手机号')).toMatchObject({
    value: '138****1234',
    deletable: false,
    until: '保存到 2029 年 10 月 31 日',
  })
  expect(await keptOf('证件号')).toMatchObject({ until: '保存到 2031 年 10 月 31 日' })
  expect(await keptOf('车牌号和车架号')).toMatchObject({ value: '京A·8***1' })
  expect(await keptOf('银行账户')).toMatchObject({ value: '中国工商银行 尾号 0000', deletable: true })
  expect(await keptOf('预约记录')).toMatchObject({ value: '1 条', deletable: true })
  const text = JSON.stringify(await cloud.get(readMyData, {}, lin))
  for (const clear of [li.phone, li.idNumber, li.name, liCar.plate, card]) expect(text).not.toContain(clear)
})

test('没有绑定的人：什么都没有留存', async () => {
  const { kept, accesses } = await cloud.get(readMyData, {}, person('visitor'))
  expect(kept.filter(({ value }) => value !== null).map(({ what }) => what)).toEqual(['您的编号'])
  expect(accesses).toEqual([])
})

test('取副本：有完整的姓名、电话和车牌，证件号和卡号只列部分；每一项都记入查看记录', async () => {
  const { fileName, text } = await cloud.get(copyMyData, {}, lin)
  expect(fileName).toBe('我的信息-2026-09-08.txt')
  for (const clear of [li.name, li.phone, liCar.plate, liCar.vin, '李女士']) expect(text).toContain(clear)
  for (const masked of [li.idNumber, card]) expect(text).not.toContain(masked)
  const { accesses } = await cloud.get(readMyData, {}, lin)
  expect(accesses.map(({ what }) => what).sort()).toEqual(
    ['姓名', '手机号', '车牌号', '车架号', '预约称呼', '预约手机号'].sort(),
  )
  expect(accesses[0]).toMatchObject({ who: '您本人', why: '本人获取信息副本' })
})

test('一天一份副本，第二天可以再取', async () => {
  expect(await cloud.ask(copyMyData, {}, lin)).toMatchObject({ ok: false, code: 'too-many-copies' })
  cloud.clock.advance(DAY_MS)
  expect(await cloud.ask(copyMyData, {}, lin)).toMatchObject({ ok: true })
})

test('申请删除：账户、预约和绑定当场删除，依法保留的逐项写明；再申请一次也不出错', async () => {
  const done = await cloud.get(requestDeletion, { understood: true }, lin)
  expect(done.deletedNow.sort()).toEqual(['微信与保单的绑定', '银行账户', '预约记录'].sort())
  expect(done.keptUntil.join('\n')).toContain('保险法要求')
  for (const collection of ['bankAccounts', 'leads', 'bindings']) expect(await storedIn(cloud, collection)).toEqual([])
  expect((await cloud.get(openOffers, {}, lin)).bound).toBeNull()
  expect(await cloud.ask(readBankAccount, {}, lin)).toMatchObject({ ok: false, code: 'not-bound' })
  expect((await cloud.get(readMyData, {}, lin)).deletion).toMatchObject({ state: 'requested', dueOn: '2026-09-24' })
  expect(await cloud.ask(requestDeletion, { understood: true }, lin)).toMatchObject({ ok: true })
})

test('选了微信零钱：列出何时同意、给谁，副本里也有；申请删除时当场删除', async () => {
  const holder = person('purse-holder')
  await bindBy(cloud, holder, zhang, zhangCar)
  await insert(cloud, 'bankAccounts', [{ ...withPurse(holder, 1).purse, _id: holderOf(zhang) }])
  const { kept } = await cloud.get(readMyData, {}, holder)
  const what = '收到微信零钱的选择和单独同意'
  expect(kept.find((row) => row.what === what)).toMatchObject({ value: '2026 年 9 月 8 日同意', deletable: true })
  expect(kept.find((row) => row.what === '银行账户')?.value).toBeNull()
  const { text } = await cloud.get(copyMyData, {}, holder)
  expect(text).toContain('单独同意向财付通（微信支付）提供姓名')
  expect(text).not.toContain(holder.openid)
  const done = await cloud.get(requestDeletion, { understood: true }, holder)
  expect(done.deletedNow).toContain(what)
  expect(await storedIn(cloud, 'bankAccounts')).toEqual([])
})

test('领奖信息：打码列出，副本里是完整的；申请删除时草稿当场删除，已提交的依法保留', async () => {
  const winner = person('winner')
  const [parcel, draft] = [wonBy(winner, 'phone-holder'), wonBy(winner, 'phone-holder', 2)]
  await insert(cloud, 'benefits', [parcel, draft])
  await cloud.get(submitCollection, parcelTo(parcel._id), winner)
  await cloud.get(
    saveCollectionDraft,
    { benefitId: draft._id, version: 0, way: 'delivery', name: '只填了一半' },
    winner,
  )
  const { kept } = await cloud.get(readMyData, {}, winner)
  const shownOf = (what: string) => kept.find((row) => row.what === what)?.value
  expect(shownOf('领奖信息')).toBe('车载手机支架 林** 138****1234')
  expect(shownOf('没有提交的领奖信息')).toBe('1 份草稿')

  const { text } = await cloud.get(copyMyData, {}, winner)
  expect(text).toContain('车载手机支架：林演示，13800001234，示范省 示范市 示范区 演示路 1 号 2 单元 301')
  expect(text).toContain('车载手机支架（草稿）：只填了一半')

  const done = await cloud.get(requestDeletion, { understood: true }, winner)
  expect(done.deletedNow).toEqual(['没有提交的领奖信息'])
  expect(done.keptUntil.join('\n')).toContain('领奖信息：保存到 2029 年 10 月 31 日')
  expect((await documentsOf(cloud, 'prizeCollections')).map(({ _id }) => _id)).toEqual([parcel._id])
  expect(await cloud.get(openCollection, { benefitId: draft._id }, winner)).toMatchObject({ filled: null })
})

test('通知、身份码、消息订阅：列出，通知在副本里，申请删除时当场删除；推荐码不再能用，推荐记录只留投保人编号', async () => {
  const [wang, friend] = [person('wang'), person('friend')]
  await bindBy(cloud, wang, zhang, zhangCar)
  const account = accountOf(wang.openid)
  const notice = { account, push: 'waiting', title: '车载手机支架：需要改正', at: Date.parse('2026-09-08T12:00+08:00') }
  await insert(cloud, 'notices', [
    { ...notice, _id: 'b.returned', sentence: '门牌号不完整。', dismissedAt: null },
    { ...notice, _id: 'c.returned', sentence: '看过收起的。', dismissedAt: notice.at },
  ])
  await cloud.get(showCustomerCode, {}, wang)
  await cloud.get(acceptMessages, { accepted: ['collect-reminder'], requestKey: newNonce() }, wang)
  const code = await codeOf(cloud, wang)
  await cloud.get(openInvitation, { code }, friend)
  const around = ['小程序里的通知', '出示过的身份码', '同意接收的服务通知', '推荐码里的微信编号、微信评级和海报']
  const { kept } = await cloud.get(readMyData, {}, wang)
  expect(around.map((what) => kept.find((row) => row.what === what)?.value)).toEqual([
    '2 条',
    '1 个，只留加密的编码',
    '还可以发送 1 次',
    '1 个推荐码',
  ])
  const { text } = await cloud.get(copyMyData, {}, wang)
  expect(text).toContain('2026-09-08 12:00 车载手机支架：需要改正。门牌号不完整。')
  expect(text).toContain('看过收起的。')

  const done = await cloud.get(requestDeletion, { understood: true }, wang)
  expect(done.deletedNow).toEqual(expect.arrayContaining(around))
  for (const collection of ['notices', 'customerCodes', 'messageAcceptances']) {
    expect(await storedIn(cloud, collection)).toEqual([])
  }
  expect(await documentsOf(cloud, 'referralCodes')).toEqual([
    expect.objectContaining({ _id: code, account: null, ranks: ['unknown'], posterFileId: null }),
  ])
  expect(await cloud.ask(openInvitation, { code }, person('other'))).toMatchObject({ code: 'invitation-unknown' })
  await bindBy(cloud, wang, zhang, zhangCar)
  expect(await codeOf(cloud, wang)).not.toBe(code)
})

test('副本里每一类留存的信息都有内容：我的信息里列出的，一类也不少；不给和收回的写明状态和原因', async () => {
  const all = person('all')
  await bindBy(cloud, all, li, liCar)
  const policy = policyDocument(li, liCar, { claimsSoFar: 2, loyaltyGrade: '金卡' })
  const why = '核对后不符合条款'
  const rebate = benefitDocument('renewal-rebate', policy, {
    status: { kind: 'clawed-back', at: onEighthDay, by: 'somebody-of-staff', why },
    payment: { batchId: null, attempt: 0, failure: null },
    risk: { score: 60, reasons: ['wechat-risk'] },
  })
  const earlier = { ...benefitDocument('service-pack', policy), _id: 'spring.pack', campaignId: 'spring' }
  await change(cloud, 'policies', policy._id, { claimsSoFar: 2, loyaltyGrade: '金卡' })
  await insert(cloud, 'benefits', [rebate, earlier])
  const use = { at: onEighthDay, item: '拖车', where: '示范网点', by: 'x', placeDay: '', requestKey: '' }
  const voucher = { benefitId: earlier._id, holderId: holderOf(li), vehicleId: policy.vehicleId, kind: 'roadside' }
  await insert(cloud, 'vouchers', [
    {
      ...{ ...voucher, _id: 'spring.pack.roadside', title: '道路救援', detail: '全国', usesLeft: 2, uses: [use] },
      ...{ validFromOn: '2026-09-01', validUntilOn: '2027-08-31', code: { hash: '', validUntilAt: 0, usedAt: null } },
    },
  ])
  await insert(cloud, 'payoutLines', [
    {
      ...{ _id: `${rebate._id}.0`, benefitId: rebate._id, attempt: 0, bankName: '中国工商银行', tail: '0000' },
      ...{ grossFen: 60_000, withheldFen: 0, netFen: 60_000, state: { kind: 'paid', at: onEighthDay, reference: 'R' } },
    },
  ])
  await cloud.get(draw, { nonce: newNonce() }, all)
  await cloud.get(openReferral, { channel: 'branch' }, all)
  const { kept } = await cloud.get(readMyData, {}, all)
  const { text } = await cloud.get(copyMyData, {}, all)
  const lines = text.split('\n')
  const held = kept.filter(({ value }) => value !== null)
  expect(held.length).toBeGreaterThan(11)
  for (const { what, value } of held) {
    expect(text).toContain(`${what}：${value}。用途：`)
    const heading = lines.findIndex((line) => /^【(?!留存清单)/.test(line) && line.includes(what))
    expect(lines[heading + 1], `${what}在副本里没有内容`).toMatch(/^[^【]+/)
    expect(heading, `${what}在副本里没有一节`).toBeGreaterThan(0)
  }
  expect(text).toContain(`¥600.00，已收回，2026-09-08 10:00（${why}）；风险评分 60，微信提示账号有风险`)
  expect(text).toContain('本保单期间出险 2 次，忠诚度等级 金卡')
  expect(text).toMatch(/在示范网点使用：拖车[\s\S]*实付 ¥600.00，已付/)
  expect(text).toMatch(/绑定，当时微信评级 \d/)
  expect(text).not.toContain('somebody-of-staff')
})
