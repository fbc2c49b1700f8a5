import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { LocalCloud } from '#localcloud/local-cloud'
import { sampleCloud, startSampleCloud } from './sample-cloud'

const openapiOf =
  (cloud: LocalCloud) =>
  async (api: string, parameters: object, name = 'openapi'): Promise<Record<string, unknown>> =>
    Object((await cloud.call(name, { api, parameters })).result)

const TEMPLATE = 'template-of-a-prize'
const MESSAGE = {
  touser: 'oLin',
  templateId: TEMPLATE,
  page: 'pages/mine/index?from=message',
  data: { thing1: { value: '续保礼包' }, date2: { value: '2026年11月23日' }, amount3: { value: '¥12.50元' } },
}

describe('the person in WeChat, through the SDK', () => {
  const sample = sampleCloud()
  const openapi = (...call: Parameters<ReturnType<typeof openapiOf>>) => openapiOf(sample.cloud)(...call)
  const getPhoneNumber = (code: string, name?: string) => openapi('phonenumber.getPhoneNumber', { code }, name)
  const send = (parameters: object = {}) => openapi('subscribeMessage.send', { ...MESSAGE, ...parameters })
  const client = (path: string, openid: string, body: object = {}) =>
    fetch(`${sample.cloud.url}/client/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-identity': JSON.stringify({ openid }) },
      body: JSON.stringify(body),
    })
  const control = async (path: string, body?: object) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${sample.cloud.url}/_/${path}`, init)
    return response.json()
  }

  it('phonenumber.getPhoneNumber: a code gives its number once', async () => {
    const code = sample.cloud.issuePhoneCode('13800001234')
    expect(await getPhoneNumber(code)).toMatchObject({
      errCode: 0,
      phoneInfo: {
        phoneNumber: '13800001234',
        purePhoneNumber: '13800001234',
        countryCode: '86',
        watermark: { appid: 'wx0000000000000000', timestamp: expect.any(Number) },
      },
    })
    expect(await getPhoneNumber(code)).toMatchObject({ errCode: 40029 })
  })

  it('a phone code is good for five minutes of the cloud’s clock, and not a second more', async () => {
    const [early, late] = [sample.cloud.issuePhoneCode('13800001234'), sample.cloud.issuePhoneCode('13800005678')]
    sample.cloud.clock.advance(299_000)
    expect(await getPhoneNumber(early)).toMatchObject({ errCode: 0 })
    sample.cloud.clock.advance(2_000)
    expect(await getPhoneNumber(late)).toMatchObject({ errCode: 40029 })
  })

  it('an invented phone code is 40029, and one that does not arrive at the API is not used up', async () => {
    expect(await getPhoneNumber('made-up')).toMatchObject({ errCode: 40029 })
    const code = sample.cloud.issuePhoneCode('13800001234')
    expect(await getPhoneNumber(code, 'openapi-undeclared')).toMatchObject({ errCode: -604101 })
    expect(await getPhoneNumber(code)).toMatchObject({ errCode: 0 })
  })

  it('the phone button of a page: the number bound to the person, else an invented one that stays the same', async () => {
    const press = async (openid: string) => {
      const answer = await (await client('phone-code', openid)).json()
      expect(answer).toEqual({ errMsg: 'getPhoneNumber:ok', code: expect.any(String) })
      return Object((await getPhoneNumber(answer.code)).phoneInfo).phoneNumber
    }
    const invented = await press('oChen')
    expect(invented).toMatch(/^1380000\d{4}$/)
    expect(await press('oChen')).toBe(invented)
    await control('phone', { openid: 'oChen', phone: '13800009999' })
    expect(await press('oChen')).toBe('13800009999')
    expect(await press('oZhou')).not.toBe('13800009999')
    expect((await control('phone-codes'))[0]).toMatchObject({ openid: 'oZhou', usedAt: expect.any(Number) })
  })

  it('a phone button that nobody presses is refused', async () => {
    const response = await fetch(`${sample.cloud.url}/client/phone-code`, { method: 'POST' })
    expect(response.status).toBe(400)
  })

  it('subscribeMessage.send: as many as were accepted, then 43101; refusals cost nothing', async () => {
    expect(await send()).toMatchObject({ errCode: 43101 })
    expect(sample.cloud.acceptSubscription('oLin', TEMPLATE, 2)).toBe(2)
    expect(await send({ data: {} })).toMatchObject({ errCode: 47003 })
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(await send({ touser: 'oChen' })).toMatchObject({ errCode: 43101 })
    expect(await send({ templateId: 'another' })).toMatchObject({ errCode: 43101 })
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(await send()).toMatchObject({ errCode: 43101 })
    const sent = sample.cloud.sent({ api: 'subscribeMessage.send', openid: 'oLin', ok: true })
    expect(sent).toHaveLength(2)
    expect(sent[0]).toMatchObject({
      function: 'openapi',
      parameters: { touser: 'oLin', template_id: TEMPLATE, page: MESSAGE.page, data: MESSAGE.data },
    })
    expect(await control('messages?openid=oLin')).toHaveLength(2)
    expect(sample.cloud.sent({ openid: 'oLin' })).toHaveLength(6)
  })

  it('the question for messages on a page: a yes counts for each template, a no for none', async () => {
    const ask = async (openid: string, body: object) => (await client('subscribe', openid, body)).json()
    expect(await ask('oZhou', { tmplIds: ['a', 'b'] })).toEqual({
      a: 'accept',
      b: 'accept',
      errMsg: 'requestSubscribeMessage:ok',
    })
    expect(await ask('oZhou', { tmplIds: ['c'], answer: 'reject' })).toMatchObject({ c: 'reject' })
    const answers = ['a', 'b', 'c'].map(async (templateId) => (await send({ touser: 'oZhou', templateId })).errCode)
    expect(await Promise.all(answers)).toEqual([0, 0, 43101])
    expect((await client('subscribe', 'oZhou', { tmplIds: ['a', 'b', 'c', 'd'] })).status).toBe(400)
    expect(await control('acceptances')).toContainEqual({ openid: 'oZhou', templateId: 'a', left: 0 })
  })

  it.each([
    ['nobody', { touser: '' }, 40003],
    ['no template', { templateId: '' }, 40037],
    ['a page with a leading slash', { page: '/pages/mine' }, 41030],
    ['a state that does not exist', { miniprogramState: 'beta' }, 40097],
    ['a thing of 21 characters', { data: { thing1: { value: '长'.repeat(21) } } }, 47003],
    ['an empty value', { data: { thing1: { value: '' } } }, 47003],
    ['a plain string for a field', { data: { thing1: '礼包' } }, 47003],
    ['letters in a number', { data: { number1: { value: '3 次' } } }, 47003],
    ['a phrase of six characters', { data: { phrase1: { value: '正在审核当中' } } }, 47003],
    ['a date that is none', { data: { date1: { value: '明天' } } }, 47003],
    ['Chinese in a character string', { data: { character_string1: { value: '单号一' } } }, 47003],
  ])('a message with %s is refused with WeChat’s number', async (_, parameters, errCode) => {
    sample.cloud.acceptSubscription('oLin', TEMPLATE)
    expect(await send(parameters)).toMatchObject({ errCode })
  })

  it.each([
    ['thing', '恭喜，您的礼包已寄出'],
    ['number', '12.5'],
    ['character_string', 'SF-1234567890'],
    ['time', '2026年11月23日 15:01'],
    ['date', '2026-11-23'],
    ['amount', '￥100.00'],
    ['phone_number', '+86-13800001234'],
    ['car_number', '粤A12345'],
    ['name', '林晓'],
    ['phrase', '已通过'],
  ])('a field of kind %s takes %s', async (kind, value) => {
    sample.cloud.acceptSubscription('oLin', TEMPLATE)
    expect(await send({ data: { [`${kind}1`]: { value } } })).toMatchObject({ errCode: 0 })
  })

  it('security.msgSecCheck: only the words that a developer named are risky', async () => {
    const check = (content: string) =>
      openapi('security.msgSecCheck', { version: 2, scene: 2, openid: 'oLin', content })
    expect(await check('请改用违禁词')).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 } })
    await control('risky-words', { words: ['违禁词'] })
    expect(await check('请改用违禁词')).toMatchObject({ errCode: 0, result: { suggest: 'risky', label: 21000 } })
    expect(await check('请改用别的词')).toMatchObject({ result: { suggest: 'pass' } })
    sample.cloud.setRiskyWords([])
    expect(await check('请改用违禁词')).toMatchObject({ result: { suggest: 'pass' } })
  })

  it.each([
    ['version 1', { version: 1 }, 40097],
    ['no openid', { openid: '' }, 40003],
    ['scene 5', { scene: 5 }, 40129],
    ['no content', { content: '' }, 44002],
    ['2,501 characters', { content: '长'.repeat(2501) }, 45002],
  ])('security.msgSecCheck with %s is refused', async (_, parameters, errCode) => {
    const sound = { version: 2, scene: 2, openid: 'oLin', content: '您好' }
    expect(await openapi('security.msgSecCheck', { ...sound, ...parameters })).toMatchObject({ errCode })
  })

  it('urllink.generate: a link that says where it leads, and until when', async () => {
    const answer = await openapi('urllink.generate', {
      path: 'packages/draw/index',
      query: 's=Zm9v',
      expireType: 1,
      expireInterval: 3,
    })
    expect(answer).toMatchObject({ errCode: 0, urlLink: expect.stringContaining('/_/link/') })
    const link = await (await fetch(String(answer.urlLink))).json()
    expect(link).toMatchObject({ page: 'packages/draw/index', query: 's=Zm9v' })
    expect(link.expiresAt - sample.cloud.clock.now()).toBeGreaterThan(2.9 * 24 * 3600 * 1000)
  })

  it.each([
    ['a query in the path', { path: 'pages/index?a=1' }, 40165],
    ['a query with Chinese', { query: 'a=抽奖' }, 40212],
    ['more than 30 days', { expireInterval: 31 }, 85401],
    ['no end', { expireInterval: undefined }, 85401],
    ['an end in the past', { expireType: 0, expireTime: 1 }, 85401],
  ])('urllink.generate with %s is refused', async (_, parameters, errCode) => {
    const sound = { path: 'pages/index', expireType: 1, expireInterval: 1 }
    expect(await openapi('urllink.generate', { ...sound, ...parameters })).toMatchObject({ errCode })
  })

  it('cloud.getOpenData: what each cloudID stands for, in the order asked; no declaration is needed', async () => {
    const steps = sample.cloud.issueCloudId({ stepInfoList: [{ timestamp: 1, step: 8000 }] })
    const { cloudID } = await control('open-data', { data: { openGId: 'a-group' } })
    const answer = await openapi('getOpenData', { list: [cloudID, steps, 'made-up'] }, 'openapi-undeclared')
    expect(answer).toMatchObject({
      errCode: 0,
      list: [
        { cloudID, data: { openGId: 'a-group' } },
        { cloudID: steps, data: { stepInfoList: [{ step: 8000 }] } },
        { cloudID: 'made-up', errCode: -601006 },
      ],
    })
  })
})

describe('what was sent survives a restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-openapi-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('messages, acceptances that are left, and bound phones', async () => {
    const first = await startSampleCloud({ data: folder })
    first.acceptSubscription('oLin', TEMPLATE, 2)
    expect(await openapiOf(first)('subscribeMessage.send', MESSAGE)).toMatchObject({ errCode: 0 })
    await first.stop()
    const second = await startSampleCloud({ data: folder })
    try {
      expect(second.acceptances()).toEqual([{ openid: 'oLin', templateId: TEMPLATE, left: 1 }])
      expect(second.sent()).toMatchObject([{ api: 'subscribeMessage.send', errcode: 0 }])
      expect(await openapiOf(second)('subscribeMessage.send', MESSAGE)).toMatchObject({ errCode: 0 })
      expect(await openapiOf(second)('subscribeMessage.send', MESSAGE)).toMatchObject({ errCode: 43101 })
    } finally {
      await second.stop()
    }
  })
})
