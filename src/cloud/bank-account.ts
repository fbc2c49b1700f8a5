import { chooseWechatPurse, readBankAccount, removeBankAccount, saveBankAccount } from '#contract/bank-account'
import type { InputOf, OutputOf } from '#contract/operation'
import { call } from './call'
import { problemsIn } from './problems'
import { useReading } from './use-reading'

export type BankAccountView = OutputOf<typeof readBankAccount>
export type BankAccount = NonNullable<BankAccountView['account']>
export type NewBankAccount = InputOf<typeof saveBankAccount>
export type ChosenPurse = InputOf<typeof chooseWechatPurse>

/** In a form, `consent` may still be open. */
type Unsigned<Form> = Omit<Form, 'consent'> & { consent: boolean }

/** The account that cash rebates go to, masked. */
export const useBankAccount = () => useReading(readBankAccount, {})

/** Asked once: a phone code is good for one attempt. */
export const saveAccount = (account: NewBankAccount) => call(saveBankAccount, account)
export const accountProblems = (account: Unsigned<NewBankAccount>) => problemsIn(saveBankAccount, account)

/** 收到微信零钱: of the WeChat account that this is. Asked once, as above. */
export const choosePurse = (purse: ChosenPurse) => call(chooseWechatPurse, purse)
export const purseProblems = (purse: Unsigned<ChosenPurse>) => problemsIn(chooseWechatPurse, purse)

export const removeAccount = () => call(removeBankAccount, {})
