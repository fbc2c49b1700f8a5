import Taro from '@tarojs/taro'

const BYTES = 16

/** The customer's own random number for one draw: 16 bytes, hex. */
export async function newNonce(): Promise<string> {
  const bytes = process.env.TARO_ENV === 'h5' ? crypto.getRandomValues(new Uint8Array(BYTES)) : await fromWeChat()
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function fromWeChat(): Promise<Uint8Array> {
  try {
    const { randomValues } = await Taro.getRandomValues({ length: BYTES })
    return new Uint8Array(randomValues)
  } catch {
    // Base libraries before 2.15. The nonce need only be the customer's own and new; the day's secret seed decides as well.
    return Uint8Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256))
  }
}
