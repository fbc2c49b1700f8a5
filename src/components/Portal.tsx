import { RootPortal } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { createPortal } from 'react-dom'

/** Lifts its children out of the page, above everything. The browser preview has no RootPortal, and a tab bar to rise above. */
export function Portal({ children }: PropsWithChildren) {
  return process.env.TARO_ENV === 'h5' ? createPortal(children, document.body) : <RootPortal>{children}</RootPortal>
}
