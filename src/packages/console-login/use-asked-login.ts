import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '@/cloud/call'
import { type AskedLogin, lookAt } from '@/cloud/console-login'

type Asked = { status: 'loading' } | { status: 'ready'; login: AskedLogin } | { status: 'failed'; failure: Failure }

/** Looks at a login once, and again when it is asked to. */
export function useAskedLogin(ticketId: string): { asked: Asked; again: () => void } {
  const [asked, setAsked] = useState<Asked>({ status: 'loading' })
  const look = useCallback(async () => {
    setAsked({ status: 'loading' })
    const result = await lookAt(ticketId)
    setAsked(result.ok ? { status: 'ready', login: result.data } : { status: 'failed', failure: result })
  }, [ticketId])
  useEffect(() => {
    void look()
  }, [look])
  return { asked, again: () => void look() }
}
