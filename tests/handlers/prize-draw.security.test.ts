import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draw, listMyDraws } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { alwaysWins } from './odds'

const lin = person('lin')
const mallory = person('mallory')

describe('伪造与越权', () => {
  let cloud: CampaignCloud
  beforeAll(async () => {
    cloud = await runningCampaign(alwaysWins)
  })
  afterAll(() => cloud.stop())

  const raw = async (data: unknown, by: object = lin) => (await cloud.call('customer', data, by)).result

  test('事件里的 openid 不被理会：抽的是微信说的那个人', async () => {
    const forged = {
      operation: 'prize-draw.draw',
      input: { nonce: newNonce() },
      openid: lin.openid,
      userInfo: { openId: lin.openid },
    }
    expect(await raw(forged, mallory)).toMatchObject({ ok: true })
    expect((await cloud.get(listMyDraws, {}, lin)).draws).toEqual([])
    expect((await cloud.get(listMyDraws, {}, mallory)).draws).toHaveLength(1)
  })

  test('输入里夹带 openid 被拒绝，什么都没有发生', async () => {
    const answer = await raw({ operation: 'prize-draw.draw', input: { nonce: newNonce(), openid: mallory.openid } })
    expect(answer).toMatchObject({ ok: false, code: 'input-invalid', details: [{ field: 'openid' }] })
    expect((await cloud.get(listMyDraws, {}, lin)).draws).toEqual([])
  })

  test('拿别人的随机数来抽：得到的是自己的一次抽奖，看不到别人的结果', async () => {
    const nonce = newNonce()
    const own = await cloud.get(draw, { nonce }, lin)
    const others = await cloud.get(draw, { nonce }, person('eve'))
    expect(others.receipt.pseudonym).not.toBe(own.receipt.pseudonym)
    expect(others.receipt.ordinal).toBe(1)
    const { prizes } = await cloud.get(listMyPrizes, {}, person('eve'))
    expect(prizes.map(({ benefitId }) => benefitId)).not.toContain(
      own.receipt.outcome.kind === 'won' && own.receipt.outcome.benefitId,
    )
  })

  test.each([
    ['没有随机数', {}, 'nonce'],
    ['随机数太短', { nonce: 'abc' }, 'nonce'],
    ['随机数不是文字', { nonce: { $gt: '' } }, 'nonce'],
    ['随机数夹带大写', { nonce: 'A'.repeat(32) }, 'nonce'],
  ])('%s：说明哪一项不对', async (_name, input, field) => {
    expect(await raw({ operation: 'prize-draw.draw', input })).toMatchObject({
      ok: false,
      code: 'input-invalid',
      details: [{ field }],
    })
  })

  test.each([
    ['不是对象', 'prize-draw.draw'],
    ['空事件', null],
    ['没有操作名', { input: {} }],
    ['操作名不是文字', { operation: ['prize-draw.draw'] }],
  ])('%s：拒绝而不出错', async (_name, event) => {
    expect(await raw(event)).toMatchObject({ ok: false, code: 'input-invalid' })
  })

  test('过长的输入在看内容之前就被拒绝', async () => {
    const answer = await raw({ operation: 'prize-draw.draw', input: { nonce: 'a'.repeat(70_000) } })
    expect(answer).toMatchObject({ ok: false, code: 'input-invalid', details: [{ field: 'input' }] })
  })

  test('没有的操作、对象的内置名字：请更新小程序', async () => {
    for (const operation of ['prize-draw.win', 'constructor', '__proto__', 'toString']) {
      expect(await raw({ operation })).toMatchObject({ ok: false, code: 'operation-unknown' })
    }
  })

  test('没有登录（朋友圈单页模式）不能抽奖', async () => {
    expect(await cloud.ask(draw, { nonce: newNonce() }, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
  })

  test('客户不能发布活动、不能导出抽奖、不能冒充公众号推送和定时器', async () => {
    for (const operation of ['campaign.publish', 'prize-draw.export-day']) {
      const { result } = await cloud.call(
        'staff',
        { operation, input: { on: '2026-09-08', file: 'x', text: '' } },
        mallory,
      )
      expect(result).toMatchObject({ ok: false, code: 'not-allowed' })
    }
    const push = {
      MsgType: 'event',
      Event: 'subscribe',
      FromUserName: 'oa',
      ToUserName: 'gh',
      CreateTime: 1,
      UnionId: mallory.unionid,
    }
    expect((await cloud.call('intake', push, mallory)).result).toBe('refused')
    expect(
      (await cloud.call('scheduled', { Type: 'Timer', TriggerName: 'every-five-minutes' }, mallory)).result,
    ).toEqual({
      refused: 'not-allowed',
    })
  })

  test('回答里没有 openid，也没有库存的内部编号', async () => {
    const text = JSON.stringify([await cloud.get(listMyDraws, {}, lin), await cloud.get(listMyPrizes, {}, lin)])
    expect(text).not.toContain('openid')
    expect(text).not.toContain('shard')
    expect(text).not.toContain('reservation')
  })
})
