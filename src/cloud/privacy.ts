import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { runsInWeChat } from './platform'

type Resolve = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0]

/** WeChat waits with something private until the customer has agreed to the privacy guide. */
interface PrivacyQuestion {
  /** The guide's name, with its 《》. */
  guide: string
  readGuide: () => void
  /** @param buttonId the id of WeChat's button for consent, which the customer has tapped */
  agree: (buttonId: string) => void
  refuse: () => void
}

const GUIDE = '《用户隐私保护指引》'

/**
 * For the app itself: WeChat's question about privacy while there is one, else null. Everything private that was started
 * meanwhile, in `wx` or by a button, waits for the one answer; after a no it fails, and is asked about again next time.
 * Before base library 2.32.3 WeChat asks nothing.
 */
export function usePrivacyQuestion(): PrivacyQuestion | null {
  const [waiting, setWaiting] = useState<readonly Resolve[]>([])
  const [guide, setGuide] = useState(GUIDE)
  useEffect(() => {
    if (!runsInWeChat) return
    Taro.onNeedPrivacyAuthorization?.((resolve) => {
      setWaiting((before) => [...before, resolve])
      resolve({ event: 'exposureAuthorization' })
      Taro.getPrivacySetting({ success: ({ privacyContractName }) => setGuide(privacyContractName || GUIDE) })
    })
  }, [])
  const answer = useCallback(
    (given: Parameters<Resolve>[0]) => {
      setWaiting([])
      for (const resolve of waiting) resolve(given)
    },
    [waiting],
  )
  if (waiting.length === 0) return null
  return {
    guide,
    readGuide: () => Taro.openPrivacyContract(),
    agree: (buttonId) => answer({ event: 'agree', buttonId }),
    refuse: () => answer({ event: 'disagree' }),
  }
}
