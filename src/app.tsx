import { mergeInternalComponents } from '@tarojs/shared'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { startCloud } from '@/cloud/transport'
import accessibleAttributes from '@/components/accessible-attributes.json'
import './app.scss'

// The other half of config/accessible-names.js.
if (process.env.TARO_ENV !== 'h5') mergeInternalComponents(accessibleAttributes)

export default function App({ children }: PropsWithChildren) {
  useLaunch(startCloud)
  return children
}
