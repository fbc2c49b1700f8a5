import { readBankAccount, removeBankAccount, saveBankAccount } from '#contract/bank-account'
import type { InputOf, OutputOf } from '#contract/operation'
import { call } from './call'
import { problemsIn } from './problems'
import { useReading } from './use-reading'

export type BankAccount = NonNullable<OutputOf<typeof readBankAccount>['account']>
export type NewBankAccount = InputOf<typeof saveBankAccount>

/** The account that cash rebates go to, masked. */
export const useBankAccount = () => useReading(readBankAccount, {})

/** Asked once: a phone code is good for one attempt. */
export const saveAccount = (account: NewBankAccount) => call(saveBankAccount, account)
/** `consent` may still be open in the form. */
export const accountProblems = (account: Omit<NewBankAccount, 'consent'> & { consent: boolean }) =>
  problemsIn(saveBankAccount, account)

export const removeAccount = () => call(removeBankAccount, {})
