import { draw, openDrawPage } from '#contract/prize-draw'
import { listVouchers } from '#contract/service-pack'
import { accountOf } from '#store/accounts'
import { type ConsoleTicket, ticketHashOf } from '#store/console-tickets'
import { ownerOf, type StoredReferralCode } from '#store/referral-codes'
import { holderIdOf, pseudonymOf } from '#store/secrets'
import { DAY_MS, dayOf, type Instant } from '#values/days'
import {
  type CampaignCloud,
  newNonce,
  onEighthDay,
  type Person,
  person,
  runningCampaign,
} from '../../handlers/campaign-cloud'
import { alwaysWins } from '../../handlers/odds'
import {
  appoint,
  bindBy,
  insert,
  li,
  liCar,
  newPolicyWithPack,
  tellOfBoth,
  vehicleDocument,
  zhang,
  zhangCar,
} from '../../handlers/policy-book'
import { policyFeed } from '../../handlers/policy-feed'
import { codeOf, invite, issued, wang, zhao } from '../../handlers/referral-book'

const campaignId = 'demo-2026-autumn'
const earlierDays = 6
const firstDraw: Instant = onEighthDay - earlierDays * DAY_MS

/** Each has a policy that is due within the campaign, and a new one of a second car with a service pack. */
const families = [
  { holder: li, car: liCar, second: { vin: 'LDEMO0000000000C3', plate: '京C60003' } },
  { holder: zhang, car: zhangCar, second: { vin: 'LDEMO0000000000D4', plate: '京D50004' } },
].map((family) => ({ ...family, ...newPolicyWithPack(family.holder, family.second) }))

/** By turns: one policy takes only a few bindings a day. */
const familyOf = (customer: number) => families[customer % families.length] ?? families[0]

/** A voucher of the customer with this number. */
export const voucherOf = (customer: number): string => `${familyOf(customer)?.pack._id}.inspection`

/** A prize of the customer of this name: a coupon, won on the first of the six days. */
export const prizeOf = (customer: Person): string =>
  [campaignId, pseudonymOf(campaignId, customer.openid), dayOf(firstDraw), 1].join('.')

/** Of an invitation by the first customer: whoever has no policy yet may open it. */
export const INVITATION_CODE = 'AuditInvitation1'

/** The login that waits for the customer with this number, who works at a branch. */
export const ticketOf = (customer: number): string => `AuditLoginOfCustomer${String(customer).padStart(4, '0')}`

/** Tickets that outlive the minutes of a real one: every page takes its turn. */
const ticketDocument = (ticketId: string): ConsoleTicket => ({
  ...{ _id: ticketHashOf(ticketId), publicKey: { x: 'x'.repeat(43), y: 'y'.repeat(43) } },
  ...{ browser: 'Chrome 131 · Windows', place: '203.0.113.*', number: '42', numbers: ['17', '42', '86'] },
  ...{ state: 'waiting', lookedBy: null, expiresAt: Date.now() + DAY_MS },
})

const codeDocument = (owner: Person): StoredReferralCode => ({
  ...{ _id: INVITATION_CODE, code: INVITATION_CODE, campaignId, owner: ownerOf(campaignId, 'audit', null) },
  ...{ referrerId: holderIdOf(li.idNumber), account: accountOf(owner.openid), channel: null, branchCode: 'SF0101' },
  ...{ ranks: [], posterFileId: null, madeAt: firstDraw },
})

/**
 * A running campaign on its eighth day; the customers have drawn, and won, on each of the six days before, see policies of
 * theirs, and work at a branch, where a login waits for each; the first has brought two friends. Whatever a page of the mini-program shows has to be in here.
 */
export async function campaignWithHistory(customers: readonly Person[]): Promise<CampaignCloud> {
  const cloud = await runningCampaign(alwaysWins, { timers: true, at: firstDraw })
  await cloud.timersSettled()
  await tellOfBoth(cloud)
  for (const { second, policy, pack } of families) {
    await insert(cloud, 'vehicles', [vehicleDocument(second)])
    await insert(cloud, 'policies', [policy])
    await insert(cloud, 'benefits', [pack])
  }
  for (const [index, customer] of customers.entries()) {
    const family = familyOf(index)
    if (family) await bindBy(cloud, customer, family.holder, family.car)
    await appoint(cloud, { openid: customer.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
    await insert(cloud, 'consoleTickets', [ticketDocument(ticketOf(index))])
  }
  const [referrer] = customers
  if (referrer) {
    const code = await codeOf(cloud, referrer)
    await insert(cloud, 'referralCodes', [codeDocument(referrer)])
    for (const friend of [wang, zhao]) await invite(cloud, code, person(`friend-${friend.phone}`), friend)
  }
  for (let day = 0; day < earlierDays; day++) {
    for (const customer of customers) {
      await cloud.get(openDrawPage, {}, customer)
      await cloud.get(draw, { nonce: newNonce() }, customer)
    }
    cloud.clock.advance(DAY_MS)
    await cloud.timersSettled()
  }
  await policyFeed(cloud).tell(issued(wang, { issuedAt: '2026-09-08 09:30' }))
  for (const customer of customers) await cloud.get(listVouchers, {}, customer)
  return cloud
}
