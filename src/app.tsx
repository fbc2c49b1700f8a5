import { mergeInternalComponents } from '@tarojs/shared'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { useHealthReports } from '@/cloud/health'
import { useOnline } from '@/cloud/network'
import { startCloud } from '@/cloud/transport'
import accessibleAttributes from '@/components/accessible-attributes.json'
import { Online } from '@/components/online'
import './app.scss'

// The other half of config/accessible-names.js.
if (process.env.TARO_ENV !== 'h5') mergeInternalComponents(accessibleAttributes)

export default function App({ children }: PropsWithChildren) {
  useLaunch(startCloud)
  useHealthReports()
  return <Online.Provider value={useOnline()}>{children}</Online.Provider>
}
