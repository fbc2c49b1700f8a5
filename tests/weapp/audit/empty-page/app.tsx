import type { PropsWithChildren } from 'react'

/** The least that Taro and React can be asked for: what a page costs before it does anything. */
export default function App({ children }: PropsWithChildren) {
  return children
}
