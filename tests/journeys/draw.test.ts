import { alwaysWins, neverWins, stockOf } from '../handlers/odds'
import { journey, withBrowser } from './journey'

withBrowser()

journey('第一次抽奖：抽中后奖品在“我的”里', alwaysWins, async ({ customer }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.see('金秋车主回馈季')
  await lin.see('剩 1 次')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('抽中了35 元洗车抵用券')
  await lin.see('今天第 1 次')
  await lin.tap('查看我的奖品')
  await lin.see('35 元洗车抵用券')
  await lin.see('已抽奖')
  await lin.see('不用填写任何信息')
})

journey('同一天再抽被友好拒绝', neverWins, async ({ customer }) => {
  const lin = await customer('林晓')
  const sameLin = await customer('林晓')
  await lin.open('draw')
  await sameLin.open('draw')
  await sameLin.see('剩 1 次')

  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
  await lin.tap('关闭')
  await lin.see('今天的机会用完了。')
  await lin.dontSee('剩 1 次')

  // The other phone does not know yet: the cloud refuses, and nothing is lost.
  await sameLin.tap('抽奖，剩 1 次')
  await sameLin.see('今天的机会用完了，明天 0 点后再来。')
  await sameLin.tap('知道了')
  await sameLin.dontSee('剩 1 次')
})

journey('过了一天又有一次机会', neverWins, async ({ customer, nextDay }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
  await nextDay()
  await lin.open('draw')
  await lin.see('剩 1 次')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
  await lin.open('mine')
  await lin.see('9 月 9 日')
  await lin.see('9 月 8 日')
})

journey('奖品发完：照实说，页面上也看得到', [...alwaysWins, ...stockOf(2, 1)], async ({ customer }) => {
  const lin = await customer('林晓')
  const chen = await customer('陈默')
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('抽中了35 元洗车抵用券')

  await chen.open('draw')
  await chen.see('已发完')
  await chen.tap('抽奖，剩 1 次')
  await chen.see('您抽到的35 元洗车抵用券已经发完，所以没有奖品。')
  await chen.open('mine')
  await chen.see('还没有奖品')
})
