/** Kept texts by key, as WeChat keeps them between two starts. */
export interface Shelf {
  get(key: string): string | undefined
  set(key: string, text: string): unknown
  delete(key: string): unknown
  keys(): Iterable<string>
}

export type NetworkType = 'wifi' | '4g' | 'none'

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
  /** The answer to the question for subscription messages. */
  subscriptions: 'accept' | 'reject'
  /** Whether the mini-program may write to the album; what it wrote, as data addresses. */
  mayWriteAlbum: boolean
  album: string[]
  /** Set by `setClipboardData`. */
  clipboard: string
}

export function newDevice(cloud: CloudLine, parts: Partial<Device> = {}): Device {
  return {
    storage: new Map(),
    singlePageStorage: new Map(),
    network: 'wifi',
    cloud,
    subscriptions: 'accept',
    mayWriteAlbum: true,
    album: [],
    clipboard: '',
    ...parts,
  }
}
