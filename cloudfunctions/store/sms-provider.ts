/** What became of a code; `why` is for the log and says nothing of the person. */
export type SmsOutcome = { kind: 'sent' } | { kind: 'too-many' | 'unavailable'; why: string }

/** What sends an SMS: one provider for each kind of environment, chosen by SMS_PROVIDER. */
export interface SmsProvider {
  sendCode(phone: string, code: string, validMinutes: number): Promise<SmsOutcome>
}
