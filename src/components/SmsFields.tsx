import { View } from '@tarojs/components'
import { FieldAction } from './FieldAction'
import { PhoneField } from './PhoneField'
import { TextField } from './TextField'

export interface SmsFieldsProps {
  phone: string
  onPhone: (phone: string) => void
  code: string
  onCode: (code: string) => void
  /** Sending codes: how long until the next may be asked for, in seconds. */
  sms: { wait: number; sending: boolean; sent: boolean; send: () => void }
  errors: { phone?: string | null | undefined; code?: string | null | undefined }
}

/** A typed phone number and the code that was sent to it. */
export function SmsFields({ phone, onPhone, code, onCode, sms, errors }: SmsFieldsProps) {
  return (
    <View>
      <PhoneField value={phone} onChange={onPhone} error={errors.phone} />
      <TextField
        label="短信验证码"
        value={code}
        onChange={onCode}
        keyboard="number"
        maxLength={6}
        placeholder="6 位数字"
        error={errors.code}
        {...(sms.sent && { hint: '验证码已发送，请查看短信。' })}
        action={<FieldAction text={actionText(sms)} disabled={sms.sending || sms.wait > 0} onClick={sms.send} />}
      />
    </View>
  )
}

function actionText({ wait, sending, sent }: SmsFieldsProps['sms']): string {
  if (sending) return '正在发送'
  if (wait > 0) return `${wait} 秒后重发`
  return sent ? '重新发送' : '获取验证码'
}
