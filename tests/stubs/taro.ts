import { useEffect } from 'react'
import { vi } from 'vitest'

type Listener = (value: never) => void
interface CloudRequest {
  name: string
  data: { operation: string; input: unknown }
}
type ShareHook = (event: { from: string }) => unknown

/** What a test sets before, and looks at after: the page's address, storage, network, and the share hooks. */
export const phone = {
  params: {} as Record<string, string>,
  scene: 1001,
  storage: new Map<string, unknown>(),
  online: true,
  shareToFriend: null as ShareHook | null,
  shareToMoments: null as (() => unknown) | null,
  /** What the app hooked into: errors nobody caught, being hidden. */
  app: {} as Record<string, (value: never) => unknown>,
  route: 'pages/draw/index',
  /** WeChat's letters, px. */
  fontSize: 16,
  newVersion: false,
  /** What WeChat answers when a button asks for the phone number. */
  phoneNumber: {} as { code?: string; errMsg?: string },
  /** What listens to the phone, by what it is told. */
  heard: {} as Record<string, (...told: never[]) => unknown>,
}

const networkListeners = new Set<(state: { isConnected: boolean }) => void>()
export function setNetwork(isConnected: boolean): void {
  phone.online = isConnected
  for (const listener of networkListeners) listener({ isConnected })
}

export function resetPhone(): void {
  Object.assign(phone, { params: {}, scene: 1001, storage: new Map(), online: true })
  Object.assign(phone, { shareToFriend: null, shareToMoments: null, app: {}, route: 'pages/draw/index' })
  Object.assign(phone, { fontSize: 16, newVersion: false, heard: {} })
  phone.phoneNumber = { code: 'wechat-code', errMsg: 'getPhoneNumber:ok' }
  networkListeners.clear()
}

const settled = () => vi.fn(async () => ({ errMsg: 'ok' }))
// biome-ignore lint/correctness/useExhaustiveDependencies: a page is loaded and shown once in a test
const once = (callback: () => unknown) => useEffect(() => void callback(), [])

export const useRouter = () => ({ params: phone.params, path: '' })
export const useLoad = (callback: (params: Record<string, string>) => unknown) => once(() => callback(phone.params))
export const useLaunch = useLoad
export const useDidShow = once
export const useReady = once
const byApp = (name: string) => (hook: (value: never) => unknown) => {
  phone.app[name] = hook
}
export const useError = byApp('onError')
export const useUnhandledRejection = byApp('onUnhandledRejection')
export const useDidHide = byApp('onHide')
export const useUnload = () => undefined
export const usePullDownRefresh = () => undefined
export const useShareAppMessage = (hook: ShareHook) => {
  phone.shareToFriend = hook
}
export const useShareTimeline = (hook: () => unknown) => {
  phone.shareToMoments = hook
}

const listeners = new Map<string, Set<Listener>>()
const eventCenter = {
  on: (name: string, listener: Listener) => listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
  off: (name: string, listener: Listener) => listeners.get(name)?.delete(listener),
  trigger: (name: string, value: never) => {
    for (const listener of listeners.get(name) ?? []) listener(value)
  },
}

export const realTimeLog = { warn: vi.fn(), error: vi.fn(), setFilterMsg: vi.fn(), addFilterMsg: vi.fn() }

export const applyUpdate = vi.fn()

const heardBy = (what: string) => (listener: (...told: never[]) => unknown) => {
  phone.heard[what] = listener
}

const Taro = {
  navigateTo: settled(),
  nextTick: (act: () => void) => act(),
  setNavigationBarTitle: settled(),
  makePhoneCall: settled(),
  scanCode: vi.fn(async () => ({ result: '' })),
  chooseAddress: vi.fn(async () => ({
    userName: '林演示',
    telNumber: '13800001234',
    provinceName: '示范省',
    cityName: '示范市',
    countyName: '示范区',
    detailInfo: '演示路 1 号 301',
  })),
  requestSubscribeMessage: vi.fn(async ({ tmplIds }: { tmplIds: string[] }) =>
    Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
  ),
  canIUse: vi.fn(() => true),
  requestMerchantTransfer: vi.fn(({ success }: { success: (answer: object) => void }) => success({})),
  showTabBarRedDot: settled(),
  hideTabBarRedDot: settled(),
  getScreenBrightness: vi.fn(async () => ({ value: 0.4 })),
  setScreenBrightness: settled(),
  switchTab: settled(),
  navigateBack: settled(),
  redirectTo: settled(),
  showToast: settled(),
  showShareMenu: settled(),
  setClipboardData: settled(),
  vibrateShort: settled(),
  saveImageToPhotosAlbum: settled(),
  previewImage: settled(),
  openSetting: vi.fn(async () => ({ authSetting: {} })),
  pageScrollTo: settled(),
  stopPullDownRefresh: vi.fn(),
  cloud: { init: vi.fn(), callFunction: vi.fn<(request: CloudRequest) => Promise<unknown>>() },
  getRandomValues: vi.fn(async ({ length }: { length: number }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
  })),
  getEnterOptionsSync: () => ({ scene: phone.scene }),
  getLaunchOptionsSync: () => ({ scene: phone.scene }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 667, pixelRatio: 2 }),
  getNetworkType: async () => ({ networkType: phone.online ? 'wifi' : 'none' }),
  onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => networkListeners.add(listener),
  offNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => networkListeners.delete(listener),
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => phone.storage.set(key, structuredClone(value)),
  removeStorageSync: (key: string) => phone.storage.delete(key),
  getCurrentInstance: () => ({ router: { path: `/${phone.route}?stamp=1` } }),
  getAccountInfoSync: () => ({ miniProgram: { version: '1.4.2', envVersion: 'release' } }),
  getAppBaseInfo: () => ({ SDKVersion: '3.8.12', fontSizeSetting: phone.fontSize }),
  getRealtimeLogManager: vi.fn(() => realTimeLog),
  getUpdateManager: () => ({ onUpdateReady: (listener: () => void) => phone.newVersion && listener(), applyUpdate }),
  showModal: vi.fn(async () => ({ confirm: true, cancel: false, errMsg: 'ok' })),
  onMemoryWarning: heardBy('memory'),
  offMemoryWarning: () => undefined,
  onNetworkWeakChange: heardBy('weak-network'),
  offNetworkWeakChange: () => undefined,
  onNeedPrivacyAuthorization: heardBy('privacy'),
  getPrivacySetting: ({ success }: { success: (answer: object) => void }) =>
    success({ needAuthorization: true, privacyContractName: '《车主回馈隐私保护指引》' }),
  openPrivacyContract: vi.fn(),
  eventCenter,
}
export default Taro
