import QRCode from 'qrcode'
import type { OpenApiResult } from './wire'

/** Characters WeChat lets into a scene. */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]+$/
const SCENE_LENGTH = 32

/**
 * wxacode.getUnlimited: an image that opens a page of the mini-program with a scene. A real 小程序码 can only be drawn by WeChat;
 * this is a QR code with the text `weapp://<page>?scene=<scene, percent-encoded>`, which any scanner reads.
 */
export async function getUnlimited(parameters: Record<string, unknown>): Promise<OpenApiResult> {
  const { scene, page = '', width = 430, is_hyaline: transparent } = parameters
  if (typeof scene !== 'string' || scene === '' || scene.length > SCENE_LENGTH) {
    return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' }
  }
  if (!SCENE.test(scene)) return { errcode: 40129, errmsg: 'invalid scene: only digits, letters and some punctuation' }
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) {
    return { errcode: 41030, errmsg: 'invalid page: no leading "/" and no query' }
  }
  if (typeof width !== 'number' || width < 280 || width > 1280) {
    return { errcode: 40097, errmsg: 'invalid args: width must be 280 to 1280' }
  }
  const body = await QRCode.toBuffer(`weapp://${page}?scene=${encodeURIComponent(scene)}`, {
    type: 'png',
    width,
    color: { dark: lineColour(parameters), light: transparent === true ? '#ffffff00' : '#ffffffff' },
  })
  return { contentType: 'image/png', body }
}

function lineColour(parameters: Record<string, unknown>): string {
  const colour = parameters.line_color
  if (parameters.auto_color === true || typeof colour !== 'object' || colour === null) return '#000000ff'
  const channel = (name: 'r' | 'g' | 'b') => {
    const value: unknown = Reflect.get(colour, name)
    return Math.min(255, Math.max(0, Math.round(Number(value) || 0)))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel('r')}${channel('g')}${channel('b')}ff`
}
