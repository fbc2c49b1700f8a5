import type { PropsWithChildren } from 'react'
import { Card } from './Card'
import { FieldAction } from './FieldAction'
import { SmsFields, type SmsFieldsProps } from './SmsFields'

interface PhoneProofCardProps {
  title: string
  /** Which phone it has to be. */
  note: string
  /** Whether the number is typed, and the way to the other proof where there is one. */
  proving: Omit<SmsFieldsProps, 'errors'> & {
    typing: boolean
    turn: (() => void) | null
    sms: { problem: string | null }
  }
  errors: SmsFieldsProps['errors']
}

/** The proof of a phone: WeChat's stands on the button that sends the form, the other is typed here. */
export function PhoneProofCard({ title, note, proving, errors, children }: PropsWithChildren<PhoneProofCardProps>) {
  const { typing, turn, sms } = proving
  return (
    <Card
      title={title}
      note={note}
      aside={turn && <FieldAction text={typing ? '用微信手机号' : '用短信验证码'} onClick={turn} />}
    >
      {typing && <SmsFields {...proving} errors={{ ...errors, phone: sms.problem ?? errors.phone }} />}
      {children}
    </Card>
  )
}
