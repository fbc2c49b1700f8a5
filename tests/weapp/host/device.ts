/** Kept texts by key, as WeChat keeps them between two starts. */
export interface Shelf {
  get(key: string): string | undefined
  set(key: string, text: string): unknown
  delete(key: string): unknown
  keys(): Iterable<string>
}

export type NetworkType = 'wifi' | '4g' | '2g' | 'none'

export interface CloudLine {
  /** Address of the local cloud. */
  url: string
  /** Who WeChat says the customer is, as the local cloud's `x-wx-identity` takes it; null for nobody. */
  identity: { openid: string; unionid?: string } | null
  /** Whether the cloud environment allows calls without login, which is all that a page opened from Moments has. */
  openToAnyone: boolean
}

/** What outlives the mini-program's process: the phone, who holds it, and how they answer WeChat's own questions. */
export interface Device {
  storage: Shelf
  /** A page opened from Moments has a storage of its own. */
  singlePageStorage: Shelf
  network: NetworkType
  cloud: CloudLine
  /** The network is there, and bad. */
  weakNetwork: boolean
  /** The answer to the question for subscription messages; `off`: this person wants none of any mini-program. */
  subscriptions: 'accept' | 'reject' | 'ban' | 'filter' | 'off'
  /** Consent to the privacy guide; `open`: not asked yet, and given when WeChat itself asks. */
  privacy: 'agreed' | 'open' | 'refuses'
  /** The answer when a button asks for the phone number, and the code that WeChat hands out for it. */
  phoneNumber: { answer: 'allow' | 'deny'; code: string }
  /** WeChat's letters, px: 16 unless the customer has made them smaller (15) or larger (up to 23). */
  fontSize: number
  /** What WeChat finds when it looks for a new version at the start. */
  newVersion: 'none' | 'ready' | 'failed'
  /** What becomes of WeChat's page for confirming a transfer; `old`: this WeChat does not have it. */
  transfer: 'confirmed' | 'cancelled' | 'fails' | 'old'
  /** Whether the mini-program may write to the album; what it wrote, as data addresses. */
  mayWriteAlbum: boolean
  album: string[]
  /** Set by `setClipboardData`. */
  clipboard: string
  /** What the camera reads when it is asked to scan; null: the customer goes back. */
  scanned: string | null
  /** Numbers that the mini-program has dialled. */
  dialled: string[]
  /** Of the screen, 0 to 1. */
  brightness: number
}

export function newDevice(cloud: CloudLine, parts: Partial<Device> = {}): Device {
  return {
    storage: new Map(),
    singlePageStorage: new Map(),
    network: 'wifi',
    cloud,
    weakNetwork: false,
    subscriptions: 'accept',
    privacy: 'agreed',
    phoneNumber: { answer: 'allow', code: 'phone-number-code' },
    fontSize: 16,
    newVersion: 'none',
    transfer: 'confirmed',
    mayWriteAlbum: true,
    album: [],
    clipboard: '',
    scanned: null,
    dialled: [],
    brightness: 0.4,
    ...parts,
  }
}
