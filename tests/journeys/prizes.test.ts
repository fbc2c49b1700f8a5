import { odds } from '../handlers/odds'
import { appoint } from '../handlers/policy-book'
import { journey, withBrowser } from './journey'
import type { Phone } from './phone'

withBrowser()

/** A phone holder: sent to the winner's address, or fetched at a branch. */
const winsGoods = odds([0.0001, 0.0001, 0.0001, 99.9997])

/** Wins, and opens what is to be filled in. */
async function winAndOpen(winner: Phone): Promise<void> {
  await winner.open('draw')
  await winner.tap('抽奖，剩 1 次')
  await winner.see('抽中了车载手机支架')
  await winner.open('mine')
  await winner.tap('车载手机支架，')
  await winner.see('填写领奖信息')
}

async function submit(winner: Phone): Promise<void> {
  await winner.type('姓名', '林晓')
  await winner.type('手机号', '13800001234')
  await winner.tap('我已阅读以上内容，同意使用我的领奖信息。')
  await winner.tap('提交领奖信息')
  await winner.see('待核实')
}

journey('中奖人填写领奖信息并收到奖品', winsGoods, async ({ customer, staff }) => {
  const lin = await customer('林晓')
  await winAndOpen(lin)
  await lin.chooseRegion('江苏省', '南京市', '鼓楼区')
  await lin.type('详细地址', '演示路 1 号 2 单元 301')
  await submit(lin)

  const reviewer = await staff({ name: '钱审核', role: 'reviewer' })
  await reviewer.open('奖品与发放')
  await reviewer.see('138****1234')
  await reviewer.dontSee('演示路')
  await reviewer.press('林** 138****1234')
  await reviewer.press('核实通过')
  await reviewer.see('没有待核实的奖品')

  await reviewer.press('待寄出')
  await reviewer.press('林** 138****1234')
  await reviewer.fill('快递单号', 'SF1234567890')
  await reviewer.press('登记寄出')
  await reviewer.see('没有待寄出的奖品')

  await lin.open('mine')
  await lin.see('已发放')
  await lin.tap('车载手机支架，')
  await lin.see('承运商顺丰速运')
  await lin.see('SF1234567890')
})

journey('到网点领取：核实后出示领奖码，当面领走', winsGoods, async ({ cloud, customer, staff }) => {
  const lin = await customer('林晓')
  await winAndOpen(lin)
  await lin.tap('到网点领取')
  await lin.tap('示范市中心营业部（演示）')
  await submit(lin)
  const reviewer = await staff({ name: '钱审核', role: 'reviewer' })
  await reviewer.open('奖品与发放')
  await reviewer.press('林** 138****1234')
  await reviewer.press('核实通过')
  await reviewer.see('没有待核实的奖品')

  await lin.open('mine')
  await lin.tap('车载手机支架，')
  await lin.tap('出示领奖码')
  await lin.see('后失效')
  const code = /券码二维码，([0-9A-Z]{12})/.exec(await lin.read())?.[1] ?? ''

  const he = await customer('何静')
  const openid = `mini-${Buffer.from('何静').toString('hex')}`
  await appoint(cloud, { openid, name: '何静', role: 'branch', branchCode: 'SF0101' })
  await he.open('mine')
  await he.tap('网点核销')
  await he.type('12 位号码', code)
  await he.tap('查询')
  await he.see('请核对领奖人本人')
  await he.tap('确认发奖')
  await he.see('已发奖')

  await lin.see('已领取')
  await lin.open('mine')
  await lin.see('已发放')
})
