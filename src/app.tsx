import { mergeInternalComponents } from '@tarojs/shared'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { useRememberedChannel } from '@/cloud/channel'
import { useHealthReports } from '@/cloud/health'
import { useOnline, useWeakNetworkNotice } from '@/cloud/network'
import { usePrivacyQuestion } from '@/cloud/privacy'
import { startCloud } from '@/cloud/transport'
import { offerNewVersion } from '@/cloud/update'
import accessibleAttributes from '@/components/accessible-attributes.json'
import { Online } from '@/components/online'
import { Privacy } from '@/components/privacy'
import './app.scss'

// The other half of config/accessible-names.js.
if (process.env.TARO_ENV !== 'h5') mergeInternalComponents(accessibleAttributes)

export default function App({ children }: PropsWithChildren) {
  useLaunch(startCloud)
  useLaunch(offerNewVersion)
  useRememberedChannel()
  useHealthReports()
  useWeakNetworkNotice()
  return (
    <Online.Provider value={useOnline()}>
      <Privacy.Provider value={usePrivacyQuestion()}>{children}</Privacy.Provider>
    </Online.Provider>
  )
}
