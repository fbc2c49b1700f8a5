import type { Asynchronous, Synchronous, Wx } from './typed'
import type { LaunchOptions, WxWorld } from './world'

type AppOptions = ReturnType<Wx['getLaunchOptionsSync']>
const asWeChatGives = (options: LaunchOptions) => structuredClone(options) as unknown as AppOptions

/** What this mini-program asks of it. */
const baseInfo = (device: WxWorld['device']) => ({
  SDKVersion: '3.8.12',
  fontSizeSetting: device.fontSize,
  fontSizeScaleFactor: device.fontSize / 16,
})

/** Without a listener all of them go, as in WeChat. */
function drop<Listener>(listeners: Set<Listener>, listener: unknown): void {
  for (const known of listeners) if (!listener || Object.is(known, listener)) listeners.delete(known)
}

/** What is written is kept for a test to look at; marks for searching are WeChat's own affair. */
function realTimeLog({ realTimeLog: lines }: WxWorld) {
  const write = (...what: unknown[]) => void lines.push(what.map(String).join(' '))
  const mark = () => undefined
  return { debug: write, info: write, warn: write, error: write, setFilterMsg: mark, addFilterMsg: mark }
}

export function system(world: WxWorld): Synchronous {
  const { device, launched, life, onNetworkChange, onWeakNetwork, onMemoryWarning } = world
  return {
    getLaunchOptionsSync: () => asWeChatGives(launched),
    getEnterOptionsSync: () => asWeChatGives(world.entered) as ReturnType<Wx['getEnterOptionsSync']>,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'trial', version: '' },
      plugin: { appId: '', version: '' },
    }),
    getAppBaseInfo: () => baseInfo(device) as ReturnType<Wx['getAppBaseInfo']>,
    getRealtimeLogManager: () => realTimeLog(world) as unknown as ReturnType<Wx['getRealtimeLogManager']>,
    canIUse: (schema) => schema !== 'requestMerchantTransfer' || device.transfer !== 'old',
    nextTick: (act) => void life.setTimeout(() => act()),
    onNetworkStatusChange: (listener) => void onNetworkChange.add(listener),
    offNetworkStatusChange: (listener) => drop(onNetworkChange, listener),
    onNetworkWeakChange: (listener) => void onWeakNetwork.add(listener),
    offNetworkWeakChange: (listener) => drop(onWeakNetwork, listener),
    onMemoryWarning: (listener) => void onMemoryWarning.add(listener),
    offMemoryWarning: (listener) => drop(onMemoryWarning, listener),
  }
}

export function systemLater({ device }: WxWorld): Asynchronous {
  return {
    getNetworkType: () => ({
      networkType: device.network,
      hasSystemProxy: false,
      signalStrength: 0,
      weakNet: device.weakNetwork,
    }),
    getRandomValues: ({ length }) => {
      const bytes = crypto.getRandomValues(new Uint8Array(length ?? 0))
      return { randomValues: bytes.buffer }
    },
  }
}
