import { saveBankAccount } from '#contract/bank-account'
import { bindPolicy } from '#contract/binding'
import type { EventMessage } from '#contract/policy-columns'
import type { LocalCloud } from '#localcloud/local-cloud'
import { isBankCardNumber } from '#values/bank-card'
import { inFlight } from '../../in-flight'
import { knownHolders } from '../../policy-book/known-people'
import type { Choices } from '../../policy-book/random'
import { type Asker, ask } from '../ask'
import { AT_ONCE } from './participants'

/** Of a hundred policyholders that the core system tells of, so many bind their policy in WeChat the same day. */
const BIND = 35
/** Of a hundred who bind, so many also name an account for what they are to be paid. */
const NAME_ACCOUNT = 80

const known = new Set(knownHolders.map(({ phone }) => phone))

/** A policyholder in WeChat. The three known ones are left to whoever tries the demonstration. */
export interface BoundHolder extends Asker {
  phone: string
  /** Of the vehicle whose policy was bound first. */
  plate: string
}

/** Some of those told of today bind, and most of them name a bank account: by the same calls as from telephones. */
export async function bindForADay(
  cloud: LocalCloud,
  told: readonly EventMessage[],
  bound: Map<string, BoundHolder>,
  choices: Choices,
): Promise<void> {
  const coming = new Map<string, { event: EventMessage; namesAccount: boolean }>()
  for (const event of told) {
    const phone = String(event.holderPhone)
    if (event.event !== 'issued' || known.has(phone) || bound.has(phone) || coming.has(phone)) continue
    if (choices.below(100) < BIND) coming.set(phone, { event, namesAccount: choices.below(100) < NAME_ACCOUNT })
  }
  await inFlight(AT_ONCE, [...coming], async ([phone, { event, namesAccount }]) => {
    const key = `holder-${phone.slice(-4)}`
    const who = {
      name: key,
      openid: `oDemoMini-${key}`,
      unionid: `oDemoUnion-${key}`,
      phone,
      plate: String(event.plateNumber),
    }
    const proof = { kind: 'id-tail', value: String(event.holderIdNumber).slice(-6) } as const
    const code = cloud.issuePhoneCode(phone, who.openid)
    await ask(cloud, who, bindPolicy, { phone: { kind: 'wechat', code }, proof })
    bound.set(phone, who)
    if (!namesAccount) return
    await ask(cloud, who, saveBankAccount, {
      cardNumber: inventedCard(phone),
      bankName: '中国工商银行',
      consent: true,
    })
  })
}

/** A card number of nobody's: a bank's prefix, zeros, the end of the invented phone and the digit that makes it valid. */
function inventedCard(phone: string): string {
  const first = `622202${phone.slice(-8).padStart(12, '0')}`
  const card = [...'0123456789'].map((check) => first + check).find(isBankCardNumber)
  if (!card) throw new Error('no digit makes this a card number')
  return card
}
