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
 * The provider that SMS_PROVIDER names; null while it names none: then codes come by WeChat's button alone. `local` writes codes
 * into the log and works in the environment named exactly `local` only, a name that CloudBase never gives. A provider for
 * production goes in here (docs/decisions/0012-who-is-it.md).
 * @throws Error that says what to set, when the name is of no provider of this environment
 */
export function smsProvider(environment: NodeJS.ProcessEnv = process.env): SmsProvider | null {
  const { SMS_PROVIDER: name = '', TCB_ENV } = environment
  if (name === '') return null
  if (name === 'local' && TCB_ENV === 'local') return logOnly
  throw new Error(`environment variable SMS_PROVIDER: there is no provider ${name} in this environment`)
}
