import type { Offer, OfferRule } from '#contract/offers'
import type { RuleAnswer } from '#rules/benefit/answer'
import type { BenefitStatus, PolicyBenefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import type { Terms } from '#rules/campaign/terms'
import { giftCollected, giftToCollect } from '#rules/gift/to-collect'
import { type Day, formatDay, type Instant } from '#values/days'
import { askable } from './askable'

/** How a benefit of the ledger, or a rule's answer to facts that may still change, looks to the customer. */

const giftName = (terms: Terms, giftId: string | null): string | null =>
  giftId === null ? null : (terms.gift.tiers.find((tier) => tier.giftId === giftId)?.name ?? null)

const shown = (terms: Terms, answer: RuleAnswer, rule: OfferRule) => ({
  rule,
  clause: answer.clause,
  title: offers[rule].title,
  form: answer.form,
  amountFen: answer.amountFen,
  giftName: giftName(terms, answer.giftId),
  expiresOn: answer.expiresOn,
  statement: answer.statement.map(({ kind, label, value, clause, amountFen, note }) => ({
    kind,
    label,
    value,
    clause,
    amountFen,
    note,
  })),
})

/** What stands in the ledger. */
export function givenOffer(terms: Terms, benefit: PolicyBenefit, today: Day): Offer {
  return {
    ...shown(terms, benefit, benefit.rule),
    benefitId: benefit._id,
    state: stateOf(benefit),
    dueOn: benefit.dueOn,
    next: nextOf(terms, benefit, today),
    messages: benefit.form === 'gift' && benefit.status.kind === 'pending' ? askable('prize-progress') : [],
  }
}

/** What renewing now would bring, from the facts of today. A due day begins with the issue, so there is none yet. */
export function foreseenOffer(terms: Terms, answer: RuleAnswer): Offer {
  const { decision } = answer
  return {
    ...shown(terms, answer, answer.rule),
    benefitId: null,
    state: decision.kind === 'granted' ? { kind: 'foreseen' } : undecidedState(decision),
    dueOn: null,
    next: foreseenText(answer),
    messages: [],
  }
}

type Undecided = Exclude<RuleAnswer['decision'], { kind: 'granted' }>

function undecidedState(decision: Undecided): Offer['state'] {
  switch (decision.kind) {
    case 'to-verify':
      return { kind: 'to-verify', missing: decision.missing }
    case 'stopped':
      return { kind: 'stopped' }
    case 'not-granted':
      return { kind: 'not-given', reason: decision.why }
  }
}

const STOPPED = '这项优惠暂停办理，恢复后按条款计算并补上，不用您再操作。'

/** That it is an estimate is said once, above all of them. */
function foreseenText({ decision, form, statement }: RuleAnswer): string {
  switch (decision.kind) {
    case 'granted':
      if (form === 'gift') return `续保${resultNote(statement) ?? '出单后领取'}；数量有限，送完为止。`
      return form === 'cash' ? `续保${resultNote(statement) ?? '出单后付到您的收款账户'}。` : foreseenGranted[form]
    case 'to-verify':
      return `${decision.missing}核实后按条款计算。`
    case 'stopped':
      return STOPPED
    case 'not-granted':
      return `${decision.why}。`
  }
}

/** 出单后 15 个工作日内，打到您指定的收款账户. */
const resultNote = (statement: RuleAnswer['statement']): string | null =>
  statement.find(({ kind }) => kind === 'result')?.note ?? null

const foreseenGranted: Readonly<Record<Exclude<PolicyBenefit['form'], 'cash' | 'gift'>, string>> = {
  discount: '续保出单时直接从保费中减去。',
  'set-off': '续保出单时从保费中抵扣。',
  service: '续保出单后可以使用。',
}

function stateOf({ decision, status }: PolicyBenefit): Offer['state'] {
  return decision.kind === 'granted'
    ? { kind: 'given', status: status.kind, since: sinceOf(status) }
    : undecidedState(decision)
}

const sinceOf = (status: BenefitStatus): Instant => (status.kind === 'pending' ? status.since : status.at)

function nextOf(terms: Terms, benefit: PolicyBenefit, today: Day): string {
  const { decision, status, form } = benefit
  if (decision.kind === 'to-verify') return `${decision.missing}核实后按条款计算，不用您再操作。`
  if (decision.kind === 'stopped') return STOPPED
  if (decision.kind === 'not-granted') return `${decision.why}。`
  switch (status.kind) {
    case 'refused':
      return `这项优惠不再给付：${status.why}。`
    case 'clawed-back':
      return `这项优惠已经收回：${status.why}。`
    case 'expired':
      return `这项优惠已经过期：${status.why}。`
    case 'fulfilled':
      return form === 'gift' ? giftCollected(status) : fulfilledText[form]
    case 'pending':
    case 'approved':
      if (benefit.customerOwes === 'account' && benefit.payment?.failure) return failedText(benefit.payment.failure)
      if (form === 'gift' && benefit.waitsFor === 'hand-over') return giftToCollect(terms, benefit)
      return upcomingText(benefit, today)
  }
}

/** The bank sent it back: what the customer has to do. */
const failedText = (why: string): string => `打款没有成功：${why}。请核对后重新填写收款账户，填好后再付。`

const fulfilledText: Readonly<Record<Exclude<PolicyBenefit['form'], 'gift'>, string>> = {
  discount: '已在出单时从保费中减去。',
  'set-off': '已在续保时抵扣。',
  cash: '已付到您的收款账户。',
  service: '服务礼包已经用完。',
}

function upcomingText({ form, dueOn, expiresOn }: PolicyBenefit, today: Day): string {
  switch (form) {
    case 'discount':
      return '出单时从保费中减去。'
    case 'set-off':
      return expiresOn
        ? `符合条件的，最迟 ${formatDay(expiresOn, true)}（含当日）起保的次年保单抵扣保费。`
        : '符合条件的，次年续保时抵扣保费。'
    case 'cash':
      return dueOn ? `审核后在 ${formatDay(dueOn)}前（含当日）付到您的收款账户。` : '审核后付到您的收款账户。'
    case 'gift':
      return dueOn ? `审核通过后到网点领取，最晚 ${formatDay(dueOn)}（含当日）备好。` : '审核通过后到网点领取。'
    case 'service':
      return usableText(expiresOn, today)
  }
}

/** A pack stays approved after its last day: it is the vouchers that are over. */
function usableText(expiresOn: PolicyBenefit['expiresOn'], today: Day): string {
  if (expiresOn === null) return '现在可以使用。'
  const lastDay = formatDay(expiresOn, true)
  return today > expiresOn ? `有效期已过，最后一天是 ${lastDay}。` : `${lastDay}前（含当日）可以使用。`
}
