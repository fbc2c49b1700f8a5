import Taro from '@tarojs/taro'
import { runsInWeChat } from './platform'

/** `private`: the customer has not agreed to the privacy guide; `denied`: not to writing into the album. */
export type Saved = 'saved' | 'private' | 'denied' | 'cancelled' | 'failed'

/** Puts a picture into the phone's album; in the browser preview it is downloaded. WeChat asks the customer first. */
export async function saveToAlbum(picture: string, fileName: string): Promise<Saved> {
  if (!runsInWeChat) return download(picture, fileName)
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: picture })
    return 'saved'
  } catch (error) {
    return failureOf(error)
  }
}

/** WeChat tells why only in words: `auth deny`, `auth denied` and `authorize:fail` after a refusal, `privacy permission is not authorized` without consent, `cancel` for a change of mind. */
function failureOf(error: unknown): Saved {
  const words = typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : String(error)
  if (/privacy/i.test(words)) return 'private'
  if (/auth/i.test(words)) return 'denied'
  return /cancel/i.test(words) ? 'cancelled' : 'failed'
}

/** Leads to WeChat's settings, where a refusal can be taken back. @returns whether saving is allowed now */
export async function allowAlbum(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting()
    return authSetting['scope.writePhotosAlbum'] === true
  } catch {
    return false
  }
}

function download(picture: string, fileName: string): Saved {
  const link = document.createElement('a')
  link.href = picture
  link.download = fileName
  link.click()
  return 'saved'
}
