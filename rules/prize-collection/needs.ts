import type { PrizeTerms, Terms } from '#rules/campaign/terms'

/** How a prize reaches its winner: a code in the mini-program, a parcel, or over a branch's counter. */
export type CollectionWay = 'code' | 'delivery' | 'in-person'

/** What the form may ask. `region` is province, city and district; `address` what follows them. */
export type CollectionField = 'name' | 'phone' | 'region' | 'address' | 'branch' | 'idNumber'

type CollectionTerms = { prizeDraw: Pick<Terms['prizeDraw'], 'collection'> }

const fieldsOfWay: Readonly<Record<CollectionWay, readonly CollectionField[]>> = {
  code: [],
  delivery: ['name', 'phone', 'region', 'address'],
  'in-person': ['name', 'phone', 'branch'],
}

/** Whether tax must be declared in the winner's name: for taxed prizes worth more than the terms' value, and for no other. */
export function needsIdentity(
  { prizeDraw: { collection } }: CollectionTerms,
  { taxable, valueFen }: Pick<PrizeTerms, 'taxable' | 'valueFen'>,
): boolean {
  return taxable && collection.identityAboveFen !== null && valueFen > collection.identityAboveFen
}

/** The ways that a winner may choose from; the first is the usual one. */
export function waysOf({ delivery, inPerson }: Pick<PrizeTerms, 'delivery' | 'inPerson'>): CollectionWay[] {
  switch (delivery) {
    case 'coupon':
      return ['code']
    case 'goods':
      return inPerson ? ['delivery', 'in-person'] : ['delivery']
  }
}

/**
 * “要什么填什么：电子券什么都不用填；快递填收件人和地址；到网点领取只填姓名和手机号；须代扣代缴个税的，再登记证件号。” (§5.4.4)
 * In the order in which they are asked.
 */
export function fieldsAsked(
  terms: CollectionTerms,
  prize: Pick<PrizeTerms, 'taxable' | 'valueFen'>,
  way: CollectionWay,
): CollectionField[] {
  const fields = fieldsOfWay[way]
  if (!needsIdentity(terms, prize)) return [...fields]
  return [...(fields.includes('name') ? fields : ['name' as const, ...fields]), 'idNumber']
}

/** Whether the winner has nothing to fill in: such a prize is approved as it is won. */
export const needsNothing = (
  terms: CollectionTerms,
  prize: Pick<PrizeTerms, 'taxable' | 'valueFen' | 'delivery'>,
): boolean => prize.delivery === 'coupon' && !needsIdentity(terms, prize)
