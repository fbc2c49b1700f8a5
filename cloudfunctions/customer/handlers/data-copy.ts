import type { Terms } from '#rules/campaign/terms'
import { formatInstant, type Instant } from '#values/days'
import * as account from './copied-account'
import type { CopiedData, CopySection, Unmask } from './copied-data'
import * as holder from './copied-holder'
import { type KeptKind, keptData } from './kept-data'

/** Where the copy tells each kind that is kept: a kind without a section does not compile. In the copy's order. */
const sectionOf: Readonly<Record<KeptKind, CopySection>> = {
  phone: holder.person,
  'id-number': holder.person,
  account: account.binding,
  binding: account.binding,
  plate: holder.vehicles,
  policy: holder.policies,
  benefit: holder.benefits,
  voucher: holder.vouchers,
  'bank-account': holder.bankAccount,
  purse: holder.bankAccount,
  'account-taken-back': holder.bankAccount,
  payment: holder.payments,
  lead: account.leads,
  draw: account.draws,
  channel: account.draws,
  'prize-collection': account.prizes,
  draft: account.prizes,
  invitation: account.invitations,
  'referral-code': account.referralCodes,
  notice: account.messages,
  acceptance: account.messages,
  'customer-code': account.messages,
  access: account.accesses,
  deletion: account.deletion,
}

/**
 * The customer's copy (个人信息保护法 §45), as text: what 我的信息 lists, with why and until when, and then all of it, each section under
 * the names that the list has. A bound phone proves less than an identity card does: the ID number and the card number stay masked
 * here, and the text says where to get them in full.
 */
export async function writeCopy(
  { terms, now }: { terms: Terms; now: Instant },
  data: CopiedData,
  unmask: Unmask,
): Promise<string> {
  const rows = keptData(terms, data).filter(({ value }) => value !== null)
  const lines = [
    `我的信息副本 · ${terms.title}`,
    `${terms.organiser.name}，${formatInstant(now)}`,
    '证件号和银行卡号只列部分；需要完整内容，请本人持有效证件到营业网点，或联系：',
    terms.personalData.contact,
    ...['', '【留存清单】', ...rows.map(({ what, value, why, until }) => `${what}：${value}。用途：${why}。${until}`)],
  ]
  for (const section of new Set(Object.values(sectionOf))) {
    const told = rows.flatMap(({ kind, what }) => (sectionOf[kind] === section ? what : []))
    const written = await section.write(data, unmask, terms)
    if (told.length > 0 || written.length > 0) {
      lines.push('', `【${section.title}】${told.filter((what) => what !== section.title).join('、')}`, ...written)
    }
  }
  return `${lines.join('\n')}\n`
}
