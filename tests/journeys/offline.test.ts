import { neverWins } from '../handlers/odds'
import { journey, withBrowser } from './journey'

withBrowser()

journey('断网后恢复：页面自己更新，机会没有少', neverWins, async ({ customer }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  await lin.goOffline()
  await lin.see('网络没有连上，恢复后自动更新。')
  await lin.goOnline()
  await lin.see('抽奖，剩 1 次')
  await lin.dontSee('网络没有连上，恢复后自动更新。')
})

journey('抽奖的答复在路上丢了：再取还是同一次，机会只用一次', neverWins, async ({ customer }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  await lin.loseAnswers()
  await lin.tap('抽奖，剩 1 次')
  await lin.see('还没有收到结果')
  await lin.see('不会多用机会，结果也不会变。')
  await lin.goOnline()
  await lin.tap('再取一次结果')
  await lin.see('这次没有抽中')
  await lin.see('今天第 1 次')
  await lin.open('mine')
  await lin.see('已抽奖')
  await lin.see('9 月 8 日')
  await lin.dontSee('今天第 2 次')
})
