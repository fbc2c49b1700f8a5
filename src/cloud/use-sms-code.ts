import { useEffect, useState } from 'react'
import { sendCode, sendCodeProblem } from './binding'

const SECOND = 1_000

export interface SmsCode {
  /** Whole seconds until another code may be asked for; 0 when it may be now. */
  wait: number
  sending: boolean
  sent: boolean
  /** Why no code could be sent, for the phone's field. */
  problem: string | null
  send: () => Promise<void>
}

/** Sends codes by SMS to a typed number and counts down to the next. */
export function useSmsCode(phone: string): SmsCode {
  const [nextAt, setNextAt] = useState(0)
  const [now, setNow] = useState(Date.now)
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<{ phone: string; message: string } | null>(null)

  useEffect(() => {
    if (nextAt <= Date.now()) return
    const tick = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= nextAt) clearInterval(tick)
    }, SECOND)
    return () => clearInterval(tick)
  }, [nextAt])

  const send = async () => {
    const mistake = sendCodeProblem(phone)
    if (mistake !== null) return setRefused({ phone, message: mistake })
    setSending(true)
    const result = await sendCode(phone)
    setSending(false)
    if (!result.ok) return setRefused({ phone, message: result.message })
    setRefused(null)
    setNow(Date.now())
    setNextAt(Date.now() + result.data.nextCodeAt - result.data.now)
  }
  return {
    wait: Math.max(0, Math.ceil((nextAt - now) / SECOND)),
    sending,
    sent: nextAt > 0,
    problem: refused?.phone === phone ? refused.message : null,
    send,
  }
}
