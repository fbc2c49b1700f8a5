/** What sends an SMS: one provider for each kind of environment, chosen by SMS_PROVIDER. */
interface SmsProvider {
  sendCode(phone: string, code: string, validMinutes: number): Promise<void>
}

/** On a developer's machine nothing is sent: the function's log says what would have been. */
const logOnly: SmsProvider = {
  async sendCode(phone, code, validMinutes) {
    console.info(JSON.stringify({ level: 'info', sms: { phone, code, validMinutes } }))
  },
}

/**
 * The provider that SMS_PROVIDER names. `local` writes codes into the log and works in the environment named exactly `local`
 * only, a name that CloudBase never gives. A provider for production (Tencent Cloud SMS, SDK `tencentcloud-sdk-nodejs-sms`)
 * needs an account, a signature and a template that the operator has had approved: docs/decisions/0012-who-is-it.md.
 * @throws Error that says what to set
 */
export function smsProvider(environment: NodeJS.ProcessEnv = process.env): SmsProvider {
  const { SMS_PROVIDER: name = '', TCB_ENV } = environment
  if (name === 'local' && TCB_ENV === 'local') return logOnly
  throw new Error(
    name === ''
      ? 'no SMS can be sent: environment variable SMS_PROVIDER names no provider'
      : `no SMS can be sent: SMS_PROVIDER ${name} is not a provider of this environment`,
  )
}
