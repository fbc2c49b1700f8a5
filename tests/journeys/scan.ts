import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Phone } from './phone'

/** WeChat's number for a 小程序码 that was scanned. */
const scannedCode = 1047

/** Another phone's camera on this screen. @returns how WeChat then opens the mini-program @throws Error when there is no code */
export async function scanScreen(phone: Phone) {
  const picture = join(mkdtempSync(join(tmpdir(), 'scan-')), 'screen.png')
  await phone.photograph(picture)
  const { data, width, height } = PNG.sync.read(readFileSync(picture))
  const text = jsQR(new Uint8ClampedArray(data), width, height)?.data
  const [, page, code] = /^weapp:\/\/([\w/-]+)\?scene=(.+)$/.exec(text ?? '') ?? []
  if (!page || !code) throw new Error(`no 小程序码 on the screen: ${text ?? (await phone.read())}`)
  return { page, entrance: { scene: scannedCode, query: { scene: decodeURIComponent(code) } } }
}
