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
