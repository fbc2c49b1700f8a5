import { createContext } from 'react'

interface PrivacyQuestion {
  guide: string
  readGuide: () => void
  agree: (buttonId: string) => void
  refuse: () => void
}

/** WeChat's question about privacy while there is one; the app provides it to every page. */
export const Privacy = createContext<PrivacyQuestion | null>(null)
