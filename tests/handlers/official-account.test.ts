import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDrawPage } from '#contract/prize-draw'
import { type CampaignCloud, type Person, person, runningCampaign } from './campaign-cloud'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
})
afterAll(() => cloud.stop())

const follows = async (who: Person) => (await cloud.get(openDrawPage, {}, who)).follow.following
const push = (who: Person, Event: string, CreateTime: number, more: object = {}) =>
  cloud.push('intake', {
    MsgType: 'event',
    Event,
    FromUserName: `oa-${who.openid}`,
    ToUserName: 'gh_demo',
    CreateTime,
    UnionId: who.unionid,
    ...more,
  })

test('先关注、后打开小程序：知道已关注', async () => {
  const lin = person('lin')
  await push(lin, 'subscribe', 100)
  expect(await follows(lin)).toBe(true)
})

test('先打开小程序、后关注：推送到了就知道', async () => {
  const wang = person('wang')
  expect(await follows(wang)).toBe(false)
  await push(wang, 'subscribe', 100)
  expect(await follows(wang)).toBe(true)
})

test('同一推送送来四次，又夹着取消关注：以时间为准', async () => {
  const zhao = person('zhao')
  await Promise.all(Array.from({ length: 4 }, () => push(zhao, 'subscribe', 100)))
  await push(zhao, 'unsubscribe', 200)
  expect(await follows(zhao)).toBe(false)
  await push(zhao, 'subscribe', 100)
  expect(await follows(zhao)).toBe(false)
  await push(zhao, 'subscribe', 300)
  expect(await follows(zhao)).toBe(true)
})

test.each([
  ['别的事件', 'CLICK', {}],
  ['没有 unionid', 'subscribe', { UnionId: undefined }],
  ['时间不是数', 'subscribe', { CreateTime: '100' }],
  ['发送人不是文字', 'subscribe', { FromUserName: { $ne: '' } }],
])('%s：照样回答 success，什么都不记', async (name, event, more) => {
  const who = person(`other-${name}`)
  expect(await push(who, event, 100, more)).toBe('success')
  expect(await follows(who)).toBe(false)
})

test('没有 unionid 的人不算关注', async () => {
  expect(await follows({ openid: 'openid-without-unionid' })).toBe(false)
})
