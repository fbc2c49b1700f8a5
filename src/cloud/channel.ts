import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { type Entered, enteredWith } from './entered-with'
import { storageOwner } from './identity'

const CHANNEL = /^[a-z0-9-]{1,24}$/
const key = () => `channel:${storageOwner()}`

/** 渠道 (§6): the app was entered by a link or a 小程序码 that names one (`c=`). It stays the customer's until another one does. */
function remember(entered: Entered | undefined): void {
  const channel = enteredWith(entered ?? {}, 'c', CHANNEL)
  if (channel === null) return
  try {
    Taro.setStorageSync(key(), channel)
  } catch {
    // A full storage costs only the count of one channel.
  }
}

/** Once, in the app: at its start, and when a link brings somebody back into it. */
export function useRememberedChannel(): void {
  useLaunch((options) => remember(options?.query))
  useDidShow((options) => remember(options?.query))
}

/** The channel that the customer came by last, as an operation's input has it; nothing where there was none. */
export function byChannel(): { channel?: string } {
  const kept: unknown = Taro.getStorageSync(key())
  return typeof kept === 'string' && CHANNEL.test(kept) ? { channel: kept } : {}
}
