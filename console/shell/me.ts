import { createContext, useContext } from 'react'
import type { openConsole } from '#contract/console'
import type { OutputOf } from '#contract/operation'

export type Me = OutputOf<typeof openConsole>['me']

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. @throws Error outside of the layout */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe is for pages of the console')
  return me
}
