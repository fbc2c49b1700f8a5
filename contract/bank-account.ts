import * as v from 'valibot'
import { isBankCardNumber } from '#values/bank-card'
import { phoneProofSchema } from './binding'
import { askableTemplateSchema } from './notices'
import { operation } from './operation'
import { instantSchema, payoutWaySchema } from './scalars'

export const bankAccountSchema = v.object({
  /** An account in the bank, or the purse of a WeChat account (微信零钱). */
  way: payoutWaySchema,
  bankName: v.string(),
  /** Last four digits; empty for a purse. */
  tail: v.string(),
  holderName: v.string(),
  savedAt: instantSchema,
  /** Why nothing can go there now; null when it can. */
  hindrance: v.nullable(v.string()),
})

/** Where cash rebates go, masked: one account at a time. */
export const readBankAccount = operation({
  name: 'bank-account.mine',
  input: v.object({}),
  output: v.object({
    account: v.nullable(bankAccountSchema),
    holderName: v.string(),
    /** Whether the phone is to be proven for what is named now: there is an account, or one was taken away. */
    provesPhone: v.boolean(),
    consentText: v.array(v.string()),
    /** What is agreed to by who has it paid into WeChat; null where that cannot be chosen. */
    wechatConsentText: v.nullable(v.array(v.string())),
    /** Of a purse: the message that may be asked for on a tap. Empty where none is set up. */
    messages: v.array(askableTemplateSchema),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-bound'],
})

const namingRefusals = [
  'campaign-not-published',
  'not-signed-in',
  'not-bound',
  'phone-code-invalid',
  'phone-proof-needed',
  'bank-account-in-use',
  'busy',
] as const

/**
 * Names or changes the account (§5.2.2). The account must be the policyholder's own; any but the first needs the phone proven
 * again, also after the one before was taken back.
 * Sensitive personal data: `consent` is asked apart and is never ticked beforehand (PIPL §29).
 */
export const saveBankAccount = operation({
  name: 'bank-account.save',
  input: v.strictObject({
    cardNumber: v.pipe(
      v.string(),
      v.transform((text) => text.replace(/\s/g, '')),
      v.check(isBankCardNumber, '卡号有误，请核对'),
    ),
    // It goes into the bank's file as it is: no line's end, no quote, nothing that a spreadsheet takes for a formula.
    bankName: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(2, '请填写开户银行'),
      v.maxLength(40, '最多 40 个字'),
      v.regex(/^[\p{Script=Han}A-Za-z0-9][\p{Script=Han}A-Za-z0-9()（）·.& -]*$/u, '开户银行只用汉字、字母和数字'),
    ),
    consent: v.literal(true, '请先单独同意使用银行账户信息'),
    phone: v.optional(phoneProofSchema),
  }),
  output: v.object({ account: bankAccountSchema }),
  refusals: namingRefusals,
})

/**
 * 收到微信零钱: the purse of the WeChat account that asks takes the account's place. Names are given to another processor:
 * `consent` is asked apart and is never ticked beforehand (PIPL §23).
 */
export const chooseWechatPurse = operation({
  name: 'bank-account.choose-wechat',
  input: v.strictObject({
    consent: v.literal(true, '请先单独同意向微信支付提供姓名'),
    phone: v.optional(phoneProofSchema),
  }),
  output: v.object({ account: bankAccountSchema }),
  refusals: [...namingRefusals, 'wechat-purse-off'],
})

/** Takes the account back, and the consent with it; rebates then wait for another. */
export const removeBankAccount = operation({
  name: 'bank-account.remove',
  input: v.strictObject({}),
  output: v.object({}),
  refusals: ['not-signed-in', 'not-bound', 'bank-account-in-use', 'busy'],
})
