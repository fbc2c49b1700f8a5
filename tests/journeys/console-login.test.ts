import { journey, withBrowser } from './journey'

withBrowser()

journey('工作人员扫码登录后台，退出后不能再看', [], async ({ staff }) => {
  const desk = await staff({ name: '钱审核', role: 'reviewer' })
  await desk.see('钱审核')
  await desk.see('待审核')
  await desk.reload()
  await desk.see('待审核')

  await desk.press('退出')
  await desk.see('登录活动后台')
  await desk.dontSee('待审核')
  await desk.reload()
  await desk.see('登录活动后台')
})
