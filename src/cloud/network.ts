import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Tells the listener whenever the phone loses or regains its network. @returns the way to stop */
function watchNetwork(listener: (online: boolean) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    // Taro's own watch follows the kind of connection, which browsers do not always report.
    const follow = () => listener(navigator.onLine)
    window.addEventListener('online', follow)
    window.addEventListener('offline', follow)
    return () => {
      window.removeEventListener('online', follow)
      window.removeEventListener('offline', follow)
    }
  }
  const follow = ({ isConnected }: { isConnected: boolean }) => listener(isConnected)
  Taro.onNetworkStatusChange(follow)
  return () => Taro.offNetworkStatusChange(follow)
}

async function isOnline(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return navigator.onLine
  const { networkType } = await Taro.getNetworkType()
  return networkType !== 'none'
}

/** Whether the phone has a network. Unknown counts as online: a call that fails will tell. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    isOnline().then(setOnline, () => undefined)
    return watchNetwork(setOnline)
  }, [])
  return online
}

/** Acts each time the network comes back. */
export function useWhenNetworkReturns(act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(
    () =>
      watchNetwork((online) => {
        if (online) latest.current()
      }),
    [],
  )
}

/** Between two notices, ms: the customer knows by then. */
const NOTICE_AGAIN_MS = 60_000

/** For the app itself: says once in a while that the network is bad, so that a wait is not taken for a fault. */
export function useWeakNetworkNotice(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return
    let saidAt = Number.NEGATIVE_INFINITY
    const follow = ({ weakNet }: { weakNet: boolean }) => {
      if (!weakNet || Date.now() - saidAt < NOTICE_AGAIN_MS) return
      saidAt = Date.now()
      void Taro.showToast({ title: '网络较慢，请稍候', icon: 'none' })
    }
    Taro.onNetworkWeakChange?.(follow)
    return () => Taro.offNetworkWeakChange?.(follow)
  }, [])
}
