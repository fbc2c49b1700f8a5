import type { SmsOutcome, SmsProvider } from './sms-provider'

/** What Tencent Cloud SMS needs, each from its console. */
export interface TencentSmsSettings {
  /** Of a sub-account that may do nothing but `sms:SendSms`. */
  secretId: string
  secretKey: string
  /** The application, e.g. 1400006666. */
  appId: string
  /** The approved signature, e.g. the insurer's name. */
  signature: string
  /** An approved template with two parameters: the code, and for how many minutes it is valid. */
  templateId: string
  region: string
}

/** Where the service is; a test's stand-in is elsewhere. */
export interface TencentSmsConnection {
  endpoint: string
  protocol: 'https://' | 'http://'
  /** A customer waits for it: not longer than a page is patient. */
  timeoutSeconds: number
}

const realService: TencentSmsConnection = {
  endpoint: 'sms.tencentcloudapi.com',
  protocol: 'https://',
  timeoutSeconds: 5,
}

/** Tencent's own limits on one number; ours are stricter, but several campaigns may share an account. */
const tooManyFor = /^LimitExceeded\.(PhoneNumber|DeliveryFrequencyLimit)/

/** Tencent Cloud SMS (SendSms, 2021-01-11) through Tencent's own SDK, which is loaded when the first code is sent. */
export function tencentSms(settings: TencentSmsSettings, connection = realService): SmsProvider {
  return {
    async sendCode(phone, code, validMinutes) {
      const { Client } = await import('tencentcloud-sdk-nodejs-sms/tencentcloud/services/sms/v20210111/sms_client.js')
      const client = new Client({
        credential: { secretId: settings.secretId, secretKey: settings.secretKey },
        region: settings.region,
        profile: {
          httpProfile: {
            endpoint: connection.endpoint,
            protocol: connection.protocol,
            reqTimeout: connection.timeoutSeconds,
          },
        },
      })
      try {
        const { SendStatusSet = [] } = await client.SendSms({
          PhoneNumberSet: [`+86${phone}`],
          SmsSdkAppId: settings.appId,
          SignName: settings.signature,
          TemplateId: settings.templateId,
          TemplateParamSet: [code, String(validMinutes)],
        })
        const [status] = SendStatusSet
        return status?.Code === 'Ok' ? { kind: 'sent' } : refusedWith(status?.Code ?? 'no status')
      } catch (error) {
        return refusedWith(codeOf(error))
      }
    },
  }
}

const refusedWith = (code: string): SmsOutcome => ({
  kind: tooManyFor.test(code) ? 'too-many' : 'unavailable',
  why: `Tencent Cloud SMS: ${code}`,
})

/** The service's code, e.g. AuthFailure.SignatureFailure; where none came, what the line said. Never the number. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' && error.code !== '' ? error.code : error.message
}
