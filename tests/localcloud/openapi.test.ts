import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { sampleCloud } from './sample-cloud'

describe('cloud.openapi through the SDK', () => {
  const sample = sampleCloud()
  const openapi = async (api: string, parameters: object, name = 'openapi') =>
    Object((await sample.cloud.call(name, { api, parameters })).result)
  const code = (parameters: object) => openapi('wxacode.getUnlimited', parameters)
  const scan = (image: string) => {
    const { data, width, height } = PNG.sync.read(Buffer.from(image, 'base64'))
    return { text: jsQR(new Uint8ClampedArray(data), width, height)?.data, width }
  }

  it('wxacode.getUnlimited: an image that a scanner reads, with page and scene', async () => {
    const answer = await code({ page: 'packages/draw/index', scene: 's=Zm9v&c=11', width: 300 })
    expect(answer).toMatchObject({ errCode: 0, errMsg: 'openapi.wxacode.getUnlimited:ok', contentType: 'image/png' })
    const { text, width } = scan(answer.image)
    expect(width).toBe(300)
    expect(text).toBe('weapp://packages/draw/index?scene=s%3DZm9v%26c%3D11')
  })

  it('the longest scene with every kind of character, in another colour', async () => {
    const scene = "aZ09!#$&'()*+,/:;=?@-._~12345678"
    expect(scene).toHaveLength(32)
    const { image } = await code({ scene, lineColor: { r: 120, g: 20, b: 30 } })
    const address = scan(image).text ?? ''
    expect(decodeURIComponent(address.slice(address.indexOf('=') + 1))).toBe(scene)
  })

  it.each([
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['an empty scene', { scene: '' }, 40169],
    ['no scene', { page: 'pages/index' }, 40169],
    ['a scene with Chinese', { scene: '抽奖' }, 40129],
    ['a scene with a space', { scene: 'a b' }, 40129],
    ['a page with a leading slash', { scene: 'a', page: '/pages/index' }, 41030],
    ['a page with a query', { scene: 'a', page: 'pages/index?a=1' }, 41030],
    ['a width out of bounds', { scene: 'a', width: 2000 }, 40097],
  ])('%s is refused with WeChat’s number', async (_, parameters, errCode) => {
    expect(await code(parameters)).toMatchObject({ errCode })
  })

  it('riskControl.getUserRiskRank: 0 unless a developer said otherwise for this openid', async () => {
    const rank = (openid: string) =>
      openapi('riskControl.getUserRiskRank', { openid, scene: 1, clientIp: '203.0.113.7' })
    expect(await rank('oHonest')).toMatchObject({ errCode: 0, riskRank: 0 })
    const set = await fetch(`${sample.cloud.url}/_/risk`, {
      method: 'POST',
      body: JSON.stringify({ openid: 'oSuspect', rank: 4 }),
    })
    expect(set.status).toBe(200)
    expect(await rank('oSuspect')).toMatchObject({ riskRank: 4 })
    expect(await rank('oHonest')).toMatchObject({ riskRank: 0 })
  })

  it.each([
    ['without an openid', { scene: 1, clientIp: '203.0.113.7' }, 40003],
    ['with an unknown scene', { openid: 'oA', scene: 2, clientIp: '203.0.113.7' }, 40097],
    ['without the client’s address', { openid: 'oA', scene: 1 }, 40097],
  ])('riskControl.getUserRiskRank %s is refused', async (_, parameters, errCode) => {
    expect(await openapi('riskControl.getUserRiskRank', parameters)).toMatchObject({ errCode })
  })

  it('not declared in config.json: -604101', async () => {
    expect(await openapi('wxacode.getUnlimited', { scene: 'a' }, 'openapi-undeclared')).toMatchObject({
      errCode: -604101,
    })
  })

  it('unknown here: -604100, declared or not', async () => {
    expect(await openapi('somewhere.unheardOf', {})).toMatchObject({ errCode: -604100 })
    expect(await openapi('somewhere.unheardOf', {}, 'openapi-undeclared')).toMatchObject({ errCode: -604100 })
  })
})
