import { neverWins } from '../handlers/odds'
import { journey, withBrowser } from './journey'

withBrowser()

journey('断网后恢复：机会没有少，抽的还是同一次', neverWins, async ({ customer }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  await lin.goOffline()
  await lin.see('网络未连接')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('还没有收到结果')
  await lin.see('您的机会和奖品都不受影响')
  await lin.goOnline()
  await lin.see('这次没有抽中')
  await lin.see('今天第 1 次')
  await lin.open('mine')
  await lin.see('已抽奖1次')
})
