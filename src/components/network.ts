import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Whether the phone has a network. Unknown counts as online: a call that fails will tell. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const follow = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    Taro.getNetworkType()
      .then(({ networkType }) => setOnline(networkType !== 'none'))
      .catch(() => undefined)
    Taro.onNetworkStatusChange(follow)
    return () => Taro.offNetworkStatusChange(follow)
  }, [])
  return online
}
