import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** What the phone may refuse or the browser preview does not have. Nothing here rejects: a page never depends on it. */
const inWeChat = process.env.TARO_ENV !== 'h5'

export const runsInWeChat = inWeChat

/** WeChat's number for how the page was entered. 1154: from Moments, one page only, no login; 1155: from there into the app. */
export const SINGLE_PAGE_SCENE = 1154
const PREVIEW_SCENE = 1001

export function enterScene(): number {
  if (!inWeChat) return Number(new URLSearchParams(window.location.search).get('scene')) || PREVIEW_SCENE
  return Taro.getEnterOptionsSync?.().scene ?? Taro.getLaunchOptionsSync().scene ?? PREVIEW_SCENE
}

/** @returns whether the text is on the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (inWeChat) await Taro.setClipboardData({ data: text })
    else await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** One short tap of the phone's motor. */
export async function tapLightly(): Promise<void> {
  if (!inWeChat) return
  await Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}

/** The system's wish for less motion, as far as it can be known; WeChat tells only its style sheets. */
export function prefersReducedMotion(): boolean {
  return !inWeChat && window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** The page that is shown, without its query; `app` before there is one. */
export function currentPage(): string {
  const path = Taro.getCurrentInstance?.().router?.path ?? ''
  return /^\/?([a-z/-]+)/.exec(path)?.[1] ?? 'app'
}

/** Which mini-program on which base library, in WeChat's own words. It knows a version's number only of a release. */
export function versions(): { appVersion: string; libraryVersion: string } {
  if (!inWeChat) return { appVersion: 'preview', libraryVersion: 'none' }
  const { version, envVersion } = Taro.getAccountInfoSync().miniProgram
  return { appVersion: version || envVersion, libraryVersion: Taro.getAppBaseInfo().SDKVersion ?? '' }
}

export type RealTimeLog = Pick<Taro.RealtimeLogManager, 'warn' | 'error'> &
  Partial<Pick<Taro.RealtimeLogManager, 'setFilterMsg' | 'addFilterMsg'>>

/** WeChat's real-time log (base library 2.7.1); null in the preview and on older phones. */
export function realTimeLog(): RealTimeLog | null {
  return inWeChat ? (Taro.getRealtimeLogManager?.() ?? null) : null
}

/** Whether WeChat can tell the customer's phone number on the press of a button. The preview cannot. */
export const hasPhoneButton = inWeChat

/** WeChat's one-time code for the phone number; null after a refusal and on base libraries before 2.21.2: then it is typed. */
export const phoneCodeOf = ({ code }: { code?: string | undefined }): string | null => code || null

/** What a code shows, read with the camera; null when the customer went back, or there is no camera. */
export async function scanCode(): Promise<string | null> {
  if (!inWeChat) return null
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return result
  } catch {
    return null
  }
}

export const canScan = inWeChat

/** Where something is to be sent, from WeChat's address book. */
export interface ChosenAddress {
  name: string
  phone: string
  /** Province, city, district. */
  region: string[]
  address: string
}

/** Whether WeChat's address book can be opened. The preview has none: there it is typed. */
export const hasAddressBook = inWeChat

/** An address of WeChat's own book; null when the customer went back or does not allow it: then it is typed. */
export async function chooseAddress(): Promise<ChosenAddress | null> {
  if (!inWeChat) return null
  try {
    const { userName, telNumber, provinceName, cityName, countyName, detailInfo } = await Taro.chooseAddress()
    return { name: userName, phone: telNumber, region: [provinceName, cityName, countyName], address: detailInfo }
  } catch {
    return null
  }
}

/** A transfer that waits for the customer (商家转账): what WeChat's own page is opened with. */
interface MerchantTransfer {
  mchId: string
  appId: string
  package: string
}

interface MerchantTransferOption extends MerchantTransfer {
  success: (answer: { result?: string }) => void
  fail: (failure: { errMsg?: string }) => void
}

declare module '@tarojs/taro/types/index' {
  interface TaroStatic {
    /** Base library 3.3.0; answers callbacks alone. */
    requestMerchantTransfer(option: MerchantTransferOption): void
  }
}

/**
 * Opens WeChat's page on which a transfer is confirmed. `shown`: it was open, and whether the money moves WeChat tells the cloud
 * alone. A cancellation comes as a failure or, on some phones, as a success with `cancel` in it.
 */
export async function confirmReceipt(
  transfer: MerchantTransfer,
): Promise<'shown' | 'cancelled' | 'failed' | 'old-wechat' | 'preview'> {
  if (!inWeChat) return 'preview'
  if (!Taro.canIUse('requestMerchantTransfer')) return 'old-wechat'
  return new Promise((resolve) =>
    Taro.requestMerchantTransfer({
      ...transfer,
      success: ({ result }) => resolve(result === 'cancel' ? 'cancelled' : 'shown'),
      fail: ({ errMsg = '' }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'failed'),
    }),
  )
}

/** WeChat's question for subscription messages, only on a tap. @returns the templates that were accepted */
export async function askForMessages(templateIds: readonly string[]): Promise<string[]> {
  if (!inWeChat || templateIds.length === 0) return []
  try {
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })
    return templateIds.filter((id) => Reflect.get(answers, id) === 'accept')
  } catch {
    return []
  }
}

/** The dot at 我的 while something there wants to be looked at. Only the tab page itself sets it. */
export function useTabDot(shown: boolean): void {
  useEffect(() => {
    const set = shown ? Taro.showTabBarRedDot : Taro.hideTabBarRedDot
    set?.({ index: MINE_TAB })?.catch?.(() => undefined)
  }, [shown])
}

const MINE_TAB = 2

/** The preview has no telephone, and a desk's browser would ask whether to open one: there the number is said. */
export async function telephone(phoneNumber: string): Promise<void> {
  if (inWeChat) await Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
  else void Taro.showToast({ title: `拨打 ${phoneNumber}`, icon: 'none' })
}

/** As bright as the screen can be, for a scanner. @returns the way back, or does nothing where the phone does not allow it */
export async function brighten(): Promise<() => void> {
  if (!inWeChat) return () => undefined
  try {
    const { value } = await Taro.getScreenBrightness()
    await Taro.setScreenBrightness({ value: 1 })
    return () => void Taro.setScreenBrightness({ value }).catch(() => undefined)
  } catch {
    return () => undefined
  }
}
