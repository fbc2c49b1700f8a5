import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyMyData, readMyData, requestDeletion } from '#contract/my-data'
import { type CampaignCloud, person, runningCampaign, startCampaignCloud } from './campaign-cloud'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
})
afterAll(() => cloud.stop())

test('活动没有发布：没有条款，也就没有留存说明', async () => {
  const empty = await startCampaignCloud()
  for (const operation of [readMyData, copyMyData]) {
    expect(await empty.ask(operation, {}, person('lin'))).toMatchObject({ ok: false, code: 'campaign-not-published' })
  }
  await empty.stop()
})

test('一天第二份副本：说明明天再来', async () => {
  const lin = person('lin')
  await cloud.get(copyMyData, {}, lin)
  expect(await cloud.ask(copyMyData, {}, lin)).toMatchObject({
    ok: false,
    code: 'too-many-copies',
    message: '今天已经取过副本，请明天再来。',
  })
})

test('没有绑定的人也可以申请删除：没有什么可删的，也不出错', async () => {
  const visitor = person('visitor')
  expect(await cloud.get(requestDeletion, { understood: true }, visitor)).toMatchObject({ deletedNow: [] })
  expect((await cloud.get(readMyData, {}, visitor)).deletion).toMatchObject({ state: 'requested' })
})
