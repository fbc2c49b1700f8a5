import { neverWins } from '../handlers/odds'
import { journey, withBrowser } from './journey'
import { fromMoments } from './phone'

withBrowser()

const onVisit = [...neverWins, [['prizeDraw', 'shareChance', 'mode'], 'on-visit']] as const
/** The single page that a Moments link opens. */
const singlePage = 1154

journey('客户分享后多得一次抽奖：点开分享即得', neverWins, async ({ customer }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
  await lin.tap('关闭')
  await lin.see('点击分享到朋友圈，再得一次机会。')
  await lin.shareToMoments()
  await lin.see('抽奖，剩 1 次')
  await lin.see('今天的分享机会已经得到。')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('今天第 2 次')
})

journey('客户分享后多得一次抽奖：有朋友从链接进入才得', onVisit, async ({ customer }) => {
  const lin = await customer('林晓')
  const friend = await customer('陈默')
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
  await lin.tap('关闭')
  const link = await lin.shareToMoments()
  await lin.see('有朋友从您的链接进入后，再得一次机会。')
  await lin.see('今天的机会用完了。')

  // One's own visit brings nothing.
  await lin.open('draw', { scene: fromMoments, query: link })
  await lin.see('今天的机会用完了。')
  await lin.dontSee('剩 1 次')

  await friend.open('draw', { scene: fromMoments, query: link })
  await friend.see('抽奖，剩 1 次')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  await lin.see('今天的分享机会已经得到。')
})

journey('从朋友圈打开单页：没有登录，只看内容', [], async ({ customer, passerBy }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  const link = await lin.shareToMoments()
  const somebody = await passerBy()
  await somebody.open('draw', { scene: singlePage, query: link })
  await somebody.see('金秋车主回馈季')
  await somebody.see('点击下方“前往小程序”参加')
  await somebody.dontSee('剩 1 次')
})
