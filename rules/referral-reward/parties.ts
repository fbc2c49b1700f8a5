/** What tells whether two people are one. Each part that is not known yet is null or empty, and then tells nothing. */
export interface Party {
  holderId: string | null
  phoneHash: string | null
  /** Vehicles that the holder insures or insured. */
  vehicleIds: ReadonlySet<string>
  /** Keyed hash of the bank card. */
  cardHash: string | null
}

/** Why the two are not two. */
export type SameParty = 'same-person' | 'same-phone' | 'same-vehicle' | 'same-bank-account'

/** “不能推荐自己：同一证件、同一手机号、同一辆车、同一收款账户，都是自己。” (§5.3.1) Null for two different people. */
export function sameParty(referrer: Party, invitee: Party): SameParty | null {
  if (isSame(referrer.holderId, invitee.holderId)) return 'same-person'
  if (isSame(referrer.phoneHash, invitee.phoneHash)) return 'same-phone'
  for (const vehicleId of invitee.vehicleIds) if (referrer.vehicleIds.has(vehicleId)) return 'same-vehicle'
  return isSame(referrer.cardHash, invitee.cardHash) ? 'same-bank-account' : null
}

const isSame = (one: string | null, other: string | null): boolean => one !== null && one === other

/** As the referrer reads it. */
export const samePartyTexts: Readonly<Record<SameParty, string>> = {
  'same-person': '被推荐人和您是同一位投保人',
  'same-phone': '被推荐人和您用的是同一个手机号',
  'same-vehicle': '被推荐人投保的是您名下或曾在您名下的车',
  'same-bank-account': '被推荐人和您用的是同一个收款账户',
}
