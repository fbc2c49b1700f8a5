import type { Device } from '../device'
import type { Faults } from '../faults'
import type { Life } from '../life'
import type { Modal } from '../modal'
import type { PageStack } from '../page-stack'
import type { Privacy } from '../privacy'

/** What the interfaces of `wx` act on. */
export interface WxWorld {
  device: Device
  life: Life
  faults: Faults
  pages: PageStack
  /** How the app was launched, and how it was last entered. */
  launched: LaunchOptions
  entered: LaunchOptions
  /** Opened from Moments: one page, no login. */
  singlePage: boolean
  privacy: Privacy
  onNetworkChange: Set<(state: { isConnected: boolean; networkType: Device['network'] }) => void>
  onWeakNetwork: Set<(state: { weakNet: boolean; networkType: string }) => void>
  onMemoryWarning: Set<(warning: { level: 5 | 10 | 15 }) => void>
  /** WeChat's own question above the page. */
  ask(question: Modal): void
  /** WeChat restarts the mini-program in its new version. */
  restart(): void
  /** Words that WeChat shows above the page: toasts. */
  toasts: string[]
  /** Lines written into WeChat's real-time log. */
  realTimeLog: string[]
  /** Pictures that the mini-program made, by their path, as data addresses. */
  temporaryFiles: Map<string, string>
  /** What the menu at the top right offers. */
  shareMenu: Set<string>
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  shareTicket: string
  referrerInfo: Record<string, unknown>
}

export const singlePageScene = 1154
