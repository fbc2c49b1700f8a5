import type { Asynchronous, Synchronous, Wx } from './typed'
import type { LaunchOptions, WxWorld } from './world'

type AppOptions = ReturnType<Wx['getLaunchOptionsSync']>
const asWeChatGives = (options: LaunchOptions) => structuredClone(options) as unknown as AppOptions

export function system(world: WxWorld): Synchronous {
  const { launched, life, onNetworkChange } = world
  return {
    getLaunchOptionsSync: () => asWeChatGives(launched),
    getEnterOptionsSync: () => asWeChatGives(world.entered) as ReturnType<Wx['getEnterOptionsSync']>,
    nextTick: (act) => void life.setTimeout(() => act()),
    onNetworkStatusChange: (listener) => void onNetworkChange.add(listener),
    offNetworkStatusChange: (listener) => {
      for (const known of onNetworkChange) if (!listener || Object.is(known, listener)) onNetworkChange.delete(known)
    },
  }
}

export function systemLater({ device }: WxWorld): Asynchronous {
  return {
    getNetworkType: () => ({ networkType: device.network, hasSystemProxy: false, signalStrength: 0, weakNet: false }),
    getRandomValues: ({ length }) => {
      const bytes = crypto.getRandomValues(new Uint8Array(length ?? 0))
      return { randomValues: bytes.buffer }
    },
  }
}
