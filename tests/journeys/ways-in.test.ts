import { expect } from 'vitest'
import type { PageName } from '../../tools/preview/address'
import { alwaysWins, neverWins } from '../handlers/odds'
import { journey, withBrowser } from './journey'
import { scanScreen } from './scan'

withBrowser()

/** The single page that a Moments link opens. */
const singlePage = 1154

journey('从朋友圈单页前往小程序：之后就是正常登录的一次访问', neverWins, async ({ customer }) => {
  const lin = await customer('林晓')
  const friend = await customer('陈默')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  const link = await lin.shareToMoments()

  await friend.open('draw', { scene: singlePage, query: link })
  await friend.see('点击下方“前往小程序”参加')
  await friend.dontSee('剩 1 次')
  await friend.goOnFromMoments()
  await friend.tap('抽奖，剩 1 次')
  await friend.see('这次没有抽中')
  await friend.tap('关闭')
  await friend.open('mine')
  await friend.see('9 月 8 日')
})

const onVisit = [...neverWins, [['prizeDraw', 'shareChance', 'mode'], 'on-visit']] as const

journey('朋友扫了海报上的小程序码：打开就能抽奖，分享的人得到机会', onVisit, async ({ customer }) => {
  const lin = await customer('林晓')
  const friend = await customer('陈默')
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
  await lin.tap('关闭')
  await lin.tap('我的海报')
  await lin.see('保存到相册')

  const { page, entrance } = await scanScreen(lin)
  expect(page).toBe('pages/draw/index')
  await friend.open('draw', entrance)
  await friend.tap('抽奖，剩 1 次')
  await friend.see('这次没有抽中')

  await lin.open('draw')
  await lin.see('今天的分享机会已经得到。')
  await lin.see('抽奖，剩 1 次')
})

/** What each page says to somebody who has never been here. */
const firstWords: readonly [page: PageName, words: string][] = [
  ['draw', '抽奖，剩 1 次'],
  ['mine', '还没有奖品'],
  ['rules', '先看要点'],
  ['fairness', '验证一张凭证'],
  ['poster', '保存到相册'],
]

for (const [page, words] of firstWords)
  journey(`直接打开 ${page}：不经过首页也能用`, neverWins, async ({ customer }) => {
    const lin = await customer('林晓')
    await lin.open(page)
    await lin.see(words)
  })

journey('一页页往回走，每一页都还在', neverWins, async ({ customer }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  await lin.tap('活动规则')
  await lin.see('先看要点')
  await lin.goBack()
  await lin.see('抽奖，剩 1 次')
  await lin.tap('我的海报')
  await lin.see('保存到相册')
  await lin.goBack()
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
})

journey('抽奖时小程序被系统关掉：再打开是同一次的结果', alwaysWins, async ({ customer }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.see('抽奖，剩 1 次')
  await lin.loseAnswers()
  await lin.tap('抽奖，剩 1 次')
  await lin.see('抽奖中')
  await lin.killApp()
  await lin.goOnline()
  await lin.open('draw')
  await lin.see('抽中了35 元洗车抵用券')
  await lin.see('今天第 1 次')
  await lin.open('mine')
  await lin.dontSee('今天第 2 次')
})

journey('放在后台过了一夜：回来就是新的一天', neverWins, async ({ customer, nextDay }) => {
  const lin = await customer('林晓')
  await lin.open('draw')
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
  await lin.tap('关闭')
  await lin.see('今天的机会用完了。')
  await lin.leave()
  await nextDay()
  await lin.comeBack()
  await lin.tap('抽奖，剩 1 次')
  await lin.see('这次没有抽中')
})
