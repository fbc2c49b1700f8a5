import { createHash } from 'node:crypto'
import type { FieldProblem } from '#contract/envelope'
import type { ParsedInputOf } from '#contract/operation'
import type { submitCollection } from '#contract/prize-collection'
import type { CallBy } from '#pipeline/handler'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import { alter } from '#rules/benefit/status'
import { collectionConsent } from '#rules/campaign/personal-data'
import { decideFilling } from '#rules/prize-collection/filling'
import { needsIdentity, needsNothing, waysOf } from '#rules/prize-collection/needs'
import { fillingFactsOf } from '#rules/prize-collection/progress'
import { verifyDueOn } from '#rules/prize-collection/promise'
import { accountOf } from '#store/accounts'
import type { Recipient } from '#store/prize-collections'
import { lookupHash, sealText } from '#store/secrets'
import { dayOf, type Instant } from '#values/days'
import { maskIdNumber, maskName, maskPhone } from '#values/masks'
import type { OwnPrize } from './own-prize'

/** What the winner agrees to; `identity` is empty where no ID number is asked. */
export function shownConsent({ terms, prize }: OwnPrize) {
  const { recipient, identity } = collectionConsent(terms)
  return { recipient, identity: needsIdentity(terms, prize) ? identity : [] }
}

/** The ledger's entry once its winner owes nothing more: it waits for review. */
export const handedIn = ({ terms, benefit }: OwnPrize, now: Instant): PrizeBenefit =>
  alter(benefit, { customerOwes: null, dueOn: verifyDueOn(terms, dayOf(now)) }, now)

/** Why nothing can be filled in now; null when it can. */
export function closedTo({ terms, prize, benefit, details }: OwnPrize, now: Instant) {
  if (needsNothing(terms, prize)) return 'collection-not-needed'
  switch (benefit.status.kind) {
    case 'approved':
    case 'fulfilled':
      return 'collection-verified'
    case 'expired':
    case 'refused':
    case 'clawed-back':
      return 'collection-closed'
    case 'pending': {
      const decision = decideFilling(terms, fillingFactsOf(benefit, details), now)
      return decision.kind === 'refused' ? decision.reason : null
    }
  }
}

type Submission = ParsedInputOf<typeof submitCollection>

/** What this prize asks and the form's own checks cannot know. */
export function problemsOf({ terms, prize, details }: OwnPrize, input: Submission): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!waysOf(prize).includes(input.way)) problems.push({ field: 'way', message: '这件奖品不能这样领取' })
  if (!needsIdentity(terms, prize)) return problems
  if (input.idNumber === undefined && !details?.sealedIdNumber) {
    problems.push({ field: 'idNumber', message: '请填写本人 18 位身份证号码' })
  }
  if (input.identityConsent !== true) problems.push({ field: 'identityConsent', message: '请先单独同意使用证件号' })
  return problems
}

export function submissionOf(own: OwnPrize, input: Submission, call: CallBy<'customer'>) {
  const { terms, prize, details } = own
  // What this prize does not ask is not kept, whoever sends it.
  const idNumber = needsIdentity(terms, prize) ? input.idNumber : undefined
  const recipient: Recipient = {
    name: input.name,
    phone: input.way === 'code' ? '' : input.phone,
    region: input.way === 'delivery' ? input.region : [],
    address: input.way === 'delivery' ? input.address : '',
  }
  const branchCode = input.way === 'in-person' ? input.branchCode : null
  const { recipient: texts, identity } = shownConsent(own)
  return {
    ...unfilled(own, call),
    step: 'submitted' as const,
    way: input.way,
    branchCode,
    ...sealedRecipient(recipient),
    sealedIdNumber: idNumber === undefined ? (details?.sealedIdNumber ?? null) : sealText(idNumber),
    idMask: idNumber === undefined ? (details?.idMask ?? null) : maskIdNumber(idNumber),
    consent: { at: call.now, textHash: hashOf([...texts, ...identity]) },
    submittedAt: call.now,
    returned: details?.returned ?? null,
    submissionHash: lookupHash('collection', JSON.stringify([input.way, branchCode, recipient, idNumber ?? null])),
  }
}

/** Details of this winner with nothing in them. */
export const unfilled = ({ benefit, prize }: OwnPrize, call: CallBy<'customer'>) => ({
  _id: benefit._id,
  campaignId: benefit.campaignId,
  prizeId: prize.prizeId,
  account: accountOf(call.customer.openid),
  sealedIdNumber: null,
  idMask: null,
  consent: null,
  submittedAt: null,
  returned: null,
  submissionHash: null,
})

export const sealedRecipient = (recipient: Recipient) => ({
  sealedRecipient: sealText(JSON.stringify(recipient)),
  nameMask: recipient.name === '' ? '' : maskName(recipient.name),
  phoneMask: maskPhone(recipient.phone),
  regionText: recipient.region.join(''),
})

const hashOf = (texts: readonly string[]): string => createHash('sha256').update(texts.join('\n')).digest('hex')
