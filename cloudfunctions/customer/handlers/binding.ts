import { bindPolicy as bindOperation, sendBindingCode as codeOperation, unbindPolicy } from '#contract/binding'
import { type CallBy, handle } from '#pipeline/handler'
import { writeLog } from '#pipeline/log'
import { refuse } from '#pipeline/refuse'
import { accountOf, addressKeyOf } from '#store/accounts'
import { bind, unbind } from '#store/bindings'
import { giveBackTo, type Limit, takeFrom } from '#store/limits'
import { listPoliciesOfHolder } from '#store/policy-book'
import { askRiskRank } from '#store/risk-rank'
import { phoneHashOf } from '#store/secrets'
import { smsProvider } from '#store/sms'
import { keepSmsCode } from '#store/sms-codes'
import { findTermsInForce } from '#store/terms'
import { findProvenHolder } from './holder-proof'
import { provenPhoneHash } from './phone-proof'

const MINUTE_MS = 60_000
const CODE_VALID_MINUTES = 5

/** One code a minute to a phone; a day's codes for a phone, a person and a network address (carriers share theirs widely). */
const codeLimits = {
  resend: { what: 'sms-resend', most: 1, windowMs: MINUTE_MS },
  phone: { what: 'sms-phone', most: 5 },
  person: { what: 'sms-person', most: 10 },
  address: { what: 'sms-address', most: 100 },
}

/** Guesses in 24 hours. A policy can be guessed at with its holder's proven phone only: the phone's limit is the policy's. */
const guessLimits = {
  person: { what: 'binding-person', most: 5 },
  policy: { what: 'binding-policy', most: 5 },
  address: { what: 'binding-address', most: 60 },
}

type Taking = readonly [limit: Limit, who: string]

const byAddress = (limit: Limit, call: CallBy<'customer'>): Taking[] =>
  call.address === null ? [] : [[limit, addressKeyOf(call.address)]]

/** Takes one use of each, in their order, until one is used up. */
async function takeAll(takings: readonly Taking[], call: CallBy<'customer'>): Promise<boolean> {
  for (const [limit, who] of takings) if (!(await takeFrom(limit, who, call.now))) return false
  return true
}

/** No look-up at all: the answer cannot tell whether the number is known. */
export const sendBindingCode = handle(codeOperation, 'customer', async ({ phone }, call) => {
  const provider = smsProvider()
  if (!provider) return refuse('sms-unavailable')
  const account = accountOf(call.customer.openid)
  const phoneHash = phoneHashOf(phone)
  const takings: Taking[] = [
    [codeLimits.resend, phoneHash],
    ...byAddress(codeLimits.address, call),
    [codeLimits.person, account],
    [codeLimits.phone, phoneHash],
  ]
  if (!(await takeAll(takings, call))) return refuse('too-many-codes')
  const code = sixDigits(call)
  const validUntilAt = call.now + CODE_VALID_MINUTES * MINUTE_MS
  await keepSmsCode(phoneHash, account, code, validUntilAt)
  const sent = await provider.sendCode(phone, code, CODE_VALID_MINUTES)
  if (sent.kind !== 'sent') {
    writeLog('error', call.requestId, sent.why)
    return refuse(sent.kind === 'too-many' ? 'too-many-codes' : 'sms-unavailable')
  }
  return { now: call.now, nextCodeAt: call.now + MINUTE_MS, validUntilAt }
})

/** Each of the million codes as likely as the next: numbers beyond the last whole million of 32 bits are drawn again. */
function sixDigits(call: CallBy<'customer'>): string {
  for (;;) {
    const drawn = call.random(4).readUInt32BE()
    if (drawn < 4_294_000_000) return String(drawn % 1_000_000).padStart(6, '0')
  }
}

/**
 * Phone, then guess limits, then the look-up: whatever is wrong, the same refusal after the same database operations. A guess
 * counts before it is looked at, so many at the same moment are not more; one that was right does not count.
 */
export const bindPolicy = handle(bindOperation, 'customer', async ({ phone, proof }, call) => {
  if (!(await findTermsInForce())) return refuse('campaign-not-published')
  const account = accountOf(call.customer.openid)
  const phoneHash = await provenPhoneHash(phone, call)
  if (phoneHash === null) return refuse('phone-code-invalid')
  const takings: Taking[] = [
    [guessLimits.person, account],
    [guessLimits.policy, phoneHash],
    ...byAddress(guessLimits.address, call),
  ]
  if (!(await takeAll(takings, call))) return refuse('binding-locked')
  const holderId = await findProvenHolder(phoneHash, proof)
  if (holderId === null) return refuse('binding-no-match')
  await Promise.all(takings.map(([limit, who]) => giveBackTo(limit, who)))
  // Asked for the record alone: whatever WeChat answers, or does not, nobody is turned away by it.
  const riskRank = await askRiskRank(call.customer.openid, call.address)
  switch (await bind(account, holderId, call.now, riskRank)) {
    case 'bound': {
      const vehicles = new Set((await listPoliciesOfHolder(holderId)).map(({ vehicleId }) => vehicleId))
      return { vehicles: vehicles.size }
    }
    case 'other':
      return refuse('binding-other-customer')
    case 'full':
      return refuse('binding-full')
  }
})

export const unbindAccount = handle(unbindPolicy, 'customer', async (_input, call) =>
  (await unbind(accountOf(call.customer.openid))) ? {} : refuse('not-bound'),
)
