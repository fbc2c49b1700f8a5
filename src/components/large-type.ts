import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'

const KEY = 'large-type'

/** 大字模式 as the customer set it on this phone, and the switch for it. Other pages follow when they are shown again. */
export function useLargeType(): [boolean, (large: boolean) => void] {
  const [large, setLarge] = useState(read)
  useDidShow(() => setLarge(read()))
  const choose = useCallback((next: boolean) => {
    Taro.setStorageSync(KEY, next)
    Taro.eventCenter.trigger(KEY, next)
  }, [])
  useEffect(() => {
    Taro.eventCenter.on(KEY, setLarge)
    return () => {
      Taro.eventCenter.off(KEY, setLarge)
    }
  }, [])
  return [large, choose]
}

const read = () => Taro.getStorageSync(KEY) === true
