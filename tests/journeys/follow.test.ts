import { neverWins } from '../handlers/odds'
import { journey, withBrowser } from './journey'

withBrowser()

const followRequired = [
  ...neverWins,
  [['prizeDraw', 'followGate', 'mode'], 'required'],
  [['prizeDraw', 'followGate', 'approver'], '王强（合规部负责人，演示）'],
] as const

journey('未关注公众号：要求关注的活动里先请客户关注', followRequired, async ({ customer }) => {
  const zhou = await customer('周岚')
  await zhou.open('draw')
  await zhou.see('关注公众号“示范车险服务”后即可抽奖。')
  await zhou.tap('去关注，关注后抽奖')
  await zhou.see('长按二维码')
  await zhou.tap('关闭')
  await zhou.dontSee('长按二维码')

  const lin = await customer('林晓', { follows: true })
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
})

journey('未关注公众号：只提示的活动里照样抽奖', neverWins, async ({ customer }) => {
  const zhou = await customer('周岚')
  await zhou.open('draw')
  await zhou.see('不关注也可以抽奖。')
  await zhou.tap('抽奖，剩 1 次')
  await zhou.see('这次没有抽中')
})
