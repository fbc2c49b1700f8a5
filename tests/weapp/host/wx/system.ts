import type { Asynchronous, Synchronous, Wx } from './typed'
import type { LaunchOptions, WxWorld } from './world'

type AppOptions = ReturnType<Wx['getLaunchOptionsSync']>
const asWeChatGives = (options: LaunchOptions) => structuredClone(options) as unknown as AppOptions

/** What this mini-program asks of it. */
const baseInfo = { SDKVersion: '3.8.12' }

/** What is written is kept for a test to look at; marks for searching are WeChat's own affair. */
function realTimeLog({ realTimeLog: lines }: WxWorld) {
  const write = (...what: unknown[]) => void lines.push(what.map(String).join(' '))
  const mark = () => undefined
  return { debug: write, info: write, warn: write, error: write, setFilterMsg: mark, addFilterMsg: mark }
}

export function system(world: WxWorld): Synchronous {
  const { launched, life, onNetworkChange } = world
  return {
    getLaunchOptionsSync: () => asWeChatGives(launched),
    getEnterOptionsSync: () => asWeChatGives(world.entered) as ReturnType<Wx['getEnterOptionsSync']>,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'trial', version: '' },
      plugin: { appId: '', version: '' },
    }),
    getAppBaseInfo: () => baseInfo as ReturnType<Wx['getAppBaseInfo']>,
    getRealtimeLogManager: () => realTimeLog(world) as unknown as ReturnType<Wx['getRealtimeLogManager']>,
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
