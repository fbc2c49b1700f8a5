import type { Synchronous } from './typed'
import type { WxWorld } from './world'

/** WeChat keeps 10 MB for a customer in all, 1 MB under one key. */
const keyLimit = 1024 * 1024

export function storage({ device, singlePage }: WxWorld): Synchronous {
  const shelf = singlePage ? device.singlePageStorage : device.storage
  return {
    getStorageSync: (key: string) => {
      const kept = shelf.get(key)
      return kept === undefined ? '' : JSON.parse(kept)
    },
    setStorageSync: (key: string, value: unknown) => {
      const text = JSON.stringify(value)
      if (text === undefined)
        throw new Error('setStorageSync:fail parameter error: parameter.data should not be undefined')
      if (text.length > keyLimit) throw new Error('setStorageSync:fail entry size limit reached')
      shelf.set(key, text)
    },
    removeStorageSync: (key: string) => void shelf.delete(key),
    getStorageInfoSync: () => ({ keys: [...shelf.keys()], currentSize: 0, limitSize: 10 * 1024 }),
  }
}
