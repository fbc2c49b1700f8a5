import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { en } from './en'
import { type Texts, zh } from './zh'

export type Language = 'zh' | 'en'

const KEPT = 'localcloud.language'
const dictionaries: Record<Language, Texts> = { zh, en }

interface Choice {
  language: Language
  choose(language: Language): void
}
const Chosen = createContext<Choice | undefined>(undefined)

/** What was chosen before, else what the browser speaks. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

export function Languages({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = dictionaries[language].title
  }, [language])
  const choose = (next: Language) => {
    localStorage.setItem(KEPT, next)
    setLanguage(next)
  }
  return <Chosen.Provider value={{ language, choose }}>{children}</Chosen.Provider>
}

export function useLanguage(): Choice {
  const choice = useContext(Chosen)
  if (choice === undefined) throw new Error('useLanguage outside Languages')
  return choice
}

/** The page's words in the chosen language. */
export const useTexts = (): Texts => dictionaries[useLanguage().language]
