import { useState } from 'react'
import type { PhoneProof } from './binding'
import type { Result } from './call'
import { hasPhoneButton, phoneCodeOf } from './platform'
import { type SmsCode, useSmsCode } from './use-sms-code'

/** Any code does for checking the other fields: WeChat's own comes only with the last press. */
const WECHAT_TO_COME: PhoneProof = { kind: 'wechat', code: 'to-come' }

/** What turns a button into WeChat's own, which tells the phone number. */
interface WeChatButton {
  openType: 'getPhoneNumber'
  onPhoneNumber: (detail: { code?: string | undefined }) => void
}

export interface PhoneProving {
  /** Whether the number is typed and proven with a code by SMS. */
  typing: boolean
  /** Changes over to the other way; null where there is no other. */
  turn: (() => void) | null
  phone: string
  onPhone: (phone: string) => void
  code: string
  onCode: (code: string) => void
  sms: SmsCode
  /** The proof as far as it is there. */
  soFar: PhoneProof
  byWeChat: (send: (proof: PhoneProof) => void) => WeChatButton
  busy: boolean
  /** Waits for what was asked with the proof: it proves the phone once, whatever came of it. */
  spend: <Data>(asked: Promise<Result<Data>>) => Promise<Result<Data>>
  /** Why it came to nothing, for the whole form. */
  failure: string | null
  forgetFailure: () => void
}

/**
 * A phone is proven by WeChat, on the press that sends the form, as its code is good for one attempt; or, for whoever does
 * not want that, by the number typed and a code by SMS.
 */
export function usePhoneProof(): PhoneProving {
  const [typing, setTyping] = useState(!hasPhoneButton)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const sms = useSmsCode(phone)

  const turn = () => {
    setTyping(!typing)
    setFailure(null)
  }
  const spend = async <Data>(asked: Promise<Result<Data>>) => {
    setBusy(true)
    setFailure(null)
    const result = await asked
    setBusy(false)
    if (!result.ok) {
      setFailure(result.message)
      setCode('')
    }
    return result
  }
  const byWeChat = (send: (proof: PhoneProof) => void): WeChatButton => ({
    openType: 'getPhoneNumber',
    onPhoneNumber: (detail) => {
      const weChatCode = phoneCodeOf(detail)
      if (weChatCode !== null) return send({ kind: 'wechat', code: weChatCode })
      setTyping(true)
      setFailure('没有取得微信手机号，可以改用短信验证码。')
    },
  })
  return {
    ...{ typing, turn: hasPhoneButton ? turn : null, phone, onPhone: setPhone, code, onCode: setCode, sms },
    soFar: typing ? { kind: 'sms', phone, code } : WECHAT_TO_COME,
    ...{ byWeChat, busy, spend, failure, forgetFailure: () => setFailure(null) },
  }
}
