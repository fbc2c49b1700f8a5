import type { SmsProvider } from './sms-provider'
import { tencentSms } from './tencent-sms'

/** On a developer's machine nothing is sent: the function's log says what would have been. */
const logOnly: SmsProvider = {
  async sendCode(phone, code, validMinutes) {
    console.info(JSON.stringify({ level: 'info', sms: { phone, code, validMinutes } }))
    return { kind: 'sent' }
  },
}

/**
 * The provider that SMS_PROVIDER names; null while it names none: then codes come by WeChat's button alone. `local` writes codes
 * into the log and works in the environment named exactly `local` only, a name that CloudBase never gives. `tencent` is Tencent
 * Cloud SMS; what it needs stands in docs/go-live.md. Another one goes in here (docs/decisions/0012-who-is-it.md).
 * @throws Error that says what to set, when the name is of no provider of this environment or a setting of it is missing
 */
export function smsProvider(environment: NodeJS.ProcessEnv = process.env): SmsProvider | null {
  const { SMS_PROVIDER: name = '', TCB_ENV } = environment
  if (name === '') return null
  if (name === 'local' && TCB_ENV === 'local') return logOnly
  if (name === 'tencent') return tencentSms(tencentSettings(environment))
  throw new Error(`environment variable SMS_PROVIDER: there is no provider ${name} in this environment`)
}

function tencentSettings(environment: NodeJS.ProcessEnv) {
  const missing: string[] = []
  const needed = (name: string): string => {
    const value = environment[name]?.trim() ?? ''
    if (value === '') missing.push(name)
    return value
  }
  const settings = {
    secretId: needed('SMS_SECRET_ID'),
    secretKey: needed('SMS_SECRET_KEY'),
    appId: needed('SMS_APP_ID'),
    signature: needed('SMS_SIGNATURE'),
    templateId: needed('SMS_TEMPLATE_ID'),
    region: environment.SMS_REGION?.trim() || 'ap-guangzhou',
  }
  if (missing.length > 0)
    throw new Error(`environment variable SMS_PROVIDER is tencent, and ${missing.join(', ')} must be set with it`)
  return settings
}
