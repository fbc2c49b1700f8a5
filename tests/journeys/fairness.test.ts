import { alwaysWins } from '../handlers/odds'
import { journey, withBrowser } from './journey'

withBrowser()

journey('开奖后核验凭证', alwaysWins, async ({ customer, nextDay }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('抽中了35 元洗车抵用券')

  await lin.open('fairness')
  await lin.dontSee('验证9 月 8 日第 1 次')
  await nextDay()
  await lin.open('fairness')
  await lin.tap('验证9 月 8 日第 1 次')
  await lin.see('验证通过')
})
