import { afterEach, expect, test } from 'vitest'
import { draw, openDrawPage } from '#contract/prize-draw'
import { day, startOf } from '#values/days'
import {
  beforeStart,
  type CampaignCloud,
  newNonce,
  person,
  runningCampaign,
  startCampaignCloud,
} from './campaign-cloud'
import { alwaysWins, odds, stockOf } from './odds'

let cloud: CampaignCloud
afterEach(() => cloud.stop())

const lin = person('lin')
const drawOnce = () => cloud.ask(draw, { nonce: newNonce() }, lin)

test('活动没有发布', async () => {
  cloud = await startCampaignCloud()
  expect(await drawOnce()).toMatchObject({
    ok: false,
    code: 'campaign-not-published',
    message: '活动尚未发布，请以官方公告为准。',
  })
})

// The clock runs on beside the call. The boundaries to the millisecond are those of rules/campaign/phase.test.ts.
test.each([
  ['活动开始前的最后一分钟', startOf(day('2026-09-01')) - 60_000, 'campaign-not-started'],
  ['活动第一天 0 点', startOf(day('2026-09-01')), 'drawn'],
  ['活动最后一天的最后一分钟', startOf(day('2026-11-01')) - 60_000, 'drawn'],
  ['活动结束后的 0 点', startOf(day('2026-11-01')), 'campaign-over'],
])('%s', async (_name, at, expected) => {
  cloud = await runningCampaign([], { at: beforeStart })
  cloud.clock.set(at)
  const answer = await drawOnce()
  expect(answer.ok ? 'drawn' : answer.code).toBe(expected)
})

test('今天的机会用完了：说明何时再来', async () => {
  cloud = await runningCampaign()
  await drawOnce()
  expect(await drawOnce()).toMatchObject({
    ok: false,
    code: 'no-chance-left',
    message: '今天的机会用完了，明天 0 点后再来。',
  })
})

test('必须关注公众号：没有推送就是没有关注，取消关注后不能再抽', async () => {
  cloud = await runningCampaign([
    [['prizeDraw', 'followGate', 'mode'], 'required'],
    [['prizeDraw', 'followGate', 'approver'], '王强（合规部负责人，演示）'],
  ])
  const push = (Event: string, CreateTime: number) =>
    cloud.push('intake', {
      MsgType: 'event',
      Event,
      FromUserName: 'oa-lin',
      ToUserName: 'gh_demo',
      CreateTime,
      UnionId: lin.unionid,
    })
  expect(await drawOnce()).toMatchObject({ ok: false, code: 'not-following' })
  expect((await cloud.get(openDrawPage, {}, lin)).follow).toMatchObject({ gate: 'required', following: false })

  expect(await push('subscribe', 1_788_800_000)).toBe('success')
  expect((await cloud.get(openDrawPage, {}, lin)).follow.following).toBe(true)
  expect(await drawOnce()).toMatchObject({ ok: true })

  await push('unsubscribe', 1_788_800_600)
  cloud.clock.advance(86_400_000)
  expect(await drawOnce()).toMatchObject({ ok: false, code: 'not-following' })
  // An older push that arrives late changes nothing.
  await push('subscribe', 1_788_800_300)
  expect(await drawOnce()).toMatchObject({ ok: false, code: 'not-following' })
})

test('奖品发完：按条款不中奖，页面如实显示剩余为零', async () => {
  cloud = await runningCampaign([...alwaysWins, ...stockOf(2, 1)])
  await cloud.get(draw, { nonce: newNonce() }, person('first'))
  const { receipt } = await cloud.get(draw, { nonce: newNonce() }, lin)
  expect(receipt.outcome).toEqual({ kind: 'out-of-stock', prizeId: 'car-wash-35' })
  const { prizes } = await cloud.get(openDrawPage, {}, lin)
  expect(prizes.find(({ prizeId }) => prizeId === 'car-wash-35')).toMatchObject({ quantity: 1, left: 0 })
})

test('奖品发完：条款写明改发后面的奖品时，发后面还有余量的', async () => {
  cloud = await runningCampaign([...alwaysWins, ...stockOf(2, 1), [['prizeDraw', 'whenOut'], 'next-prize']])
  await cloud.get(draw, { nonce: newNonce() }, person('first'))
  const { receipt } = await cloud.get(draw, { nonce: newNonce() }, lin)
  expect(receipt.outcome).toMatchObject({ kind: 'won', prizeId: 'phone-holder' })
})

test('每天最多发出的份数到了：当天不再发，第二天再发', async () => {
  cloud = await runningCampaign([
    ...odds([0.0001, 0.0001, 99.9997, 0.0001]),
    ...stockOf(2, 100),
    [['prizeDraw', 'prizes', 2, 'perDay'], 2],
  ])
  const outcomeOf = async (name: string) =>
    (await cloud.get(draw, { nonce: newNonce() }, person(name))).receipt.outcome.kind
  expect([await outcomeOf('a'), await outcomeOf('b'), await outcomeOf('c')]).toEqual(['won', 'won', 'out-of-stock'])
  cloud.clock.advance(86_400_000)
  expect(await outcomeOf('d')).toBe('won')
})

test('每人中奖次数到了：说明是达到上限', async () => {
  cloud = await runningCampaign([...alwaysWins, [['prizeDraw', 'winsPerCustomer'], 1]])
  await drawOnce()
  cloud.clock.advance(86_400_000)
  expect(await drawOnce()).toMatchObject({
    ok: true,
    data: { receipt: { outcome: { kind: 'limit-reached', prizeId: 'car-wash-35' } } },
  })
})
