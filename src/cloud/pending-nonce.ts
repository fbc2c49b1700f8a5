import Taro from '@tarojs/taro'
import { storageOwner } from './identity'

const key = () => `pending-draw:${storageOwner()}`

/** The nonce of a draw whose answer has not arrived; null when every draw was answered. */
export function pendingNonce(): string | null {
  const kept: unknown = Taro.getStorageSync(key())
  return typeof kept === 'string' && /^[0-9a-f]{32}$/.test(kept) ? kept : null
}

export const keepPendingNonce = (nonce: string) => Taro.setStorageSync(key(), nonce)
export const forgetPendingNonce = () => Taro.removeStorageSync(key())
