import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'

const KEY = 'large-type'

/** From this factor on WeChat's own words are clearly larger; its 关怀模式 begins at 1.4. */
const LARGE_IN_WECHAT = 1.2

/**
 * 大字模式 as the customer set it on this phone, and the switch for it. Who has set nothing here but larger words in WeChat
 * has them here too: mini-programs do not follow that setting by themselves. Other pages follow when they are shown again.
 */
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

function read(): boolean {
  const chosen: unknown = Taro.getStorageSync(KEY)
  return typeof chosen === 'boolean' ? chosen : isLargeInWeChat()
}

/** The browser preview has no such setting; base libraries before 2.23.4 do not tell it. */
function isLargeInWeChat(): boolean {
  if (process.env.TARO_ENV === 'h5') return false
  // Taro's types do not know it.
  const info: object = Taro.getAppBaseInfo?.() ?? {}
  return 'fontSizeScaleFactor' in info && Number(info.fontSizeScaleFactor) >= LARGE_IN_WECHAT
}
