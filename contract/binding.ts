import * as v from 'valibot'
import { isMobileNumber } from '#values/phone'
import { operation } from './operation'
import { countSchema, instantSchema } from './scalars'

/** A mainland mobile number, 11 digits. */
export const phoneSchema = v.pipe(v.string(), v.trim(), v.check(isMobileNumber, '请输入 11 位手机号'))
export const smsCodeSchema = v.pipe(v.string(), v.regex(/^\d{6}$/, '请输入 6 位验证码'))

/** How the phone number is proven: WeChat's one-time code from the button, or a code by SMS to a typed number. */
export const phoneProofSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('wechat'), code: v.pipe(v.string(), v.minLength(1), v.maxLength(128)) }),
  v.strictObject({ kind: v.literal('sms'), phone: phoneSchema, code: smsCodeSchema }),
])

/** What only the policyholder knows of the policy. */
export const holderProofSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('id-tail'),
    value: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z]{6}$/, '请输入证件号后 6 位')),
  }),
  v.strictObject({
    kind: v.literal('plate'),
    value: v.pipe(
      v.string(),
      v.trim(),
      v.toUpperCase(),
      v.minLength(7, '请输入完整车牌号'),
      v.maxLength(8, '请输入完整车牌号'),
    ),
  }),
])

/** Sends a code by SMS to a typed number. The answer never tells whether the number is known. */
export const sendBindingCode = operation({
  name: 'binding.send-code',
  input: v.strictObject({ phone: phoneSchema }),
  /** `now` is the cloud's clock: the page counts down by the difference, whatever the phone's clock says. */
  output: v.object({ now: instantSchema, nextCodeAt: instantSchema, validUntilAt: instantSchema }),
  refusals: ['not-signed-in', 'sms-unavailable', 'too-many-codes'],
})

/**
 * 绑定保单: phone number and one more proof. `binding-no-match` is the same answer for an unknown phone, a wrong proof and
 * another's policy. After too many guesses by this person, on this policy or from this address: `binding-locked`. A code proves
 * the phone once: after a refusal the next attempt needs another. One WeChat account binds one policyholder; a policyholder
 * is bound by at most 3 accounts (`binding-full`).
 */
export const bindPolicy = operation({
  name: 'binding.bind',
  input: v.strictObject({ phone: phoneProofSchema, proof: holderProofSchema }),
  output: v.object({ vehicles: countSchema }),
  refusals: [
    'campaign-not-published',
    'not-signed-in',
    'phone-code-invalid',
    'binding-no-match',
    'binding-locked',
    'binding-other-customer',
    'binding-full',
    'busy',
  ],
})

/** Ends the binding of this WeChat account; benefits stay with the policyholder. */
export const unbindPolicy = operation({
  name: 'binding.unbind',
  input: v.strictObject({}),
  output: v.object({}),
  refusals: ['not-signed-in', 'not-bound'],
})
