import { bindPolicy } from '#contract/binding'
import type { InputOf } from '#contract/operation'
import { appointStaff } from '#contract/staff'
import { type Benefit, type PolicyBenefit, policyBenefitIdOf } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import { waitsForOf } from '#rules/benefit/waits-for'
import type { Policy } from '#rules/policy/policy'
import { accountOf } from '#store/accounts'
import type { HolderOnFile, VehicleOnFile } from '#store/policy-book'
import { holderIdOf, idTailHashOf, nameHashOf, phoneHashOf, plateHashOf, sealText, vehicleIdOf } from '#store/secrets'
import { day, startOf } from '#values/days'
import { maskIdNumber, maskName, maskPhone, maskPlate } from '#values/masks'
import { fen } from '#values/money'
import { type CampaignCloud, onEighthDay, type Person, testKeys } from './campaign-cloud'

// The store's own functions seal and hash: with the keys that the test's cloud has.
Object.assign(process.env, testKeys)

/** Plainly invented people and cars. */
export interface Someone {
  name: string
  idNumber: string
  phone: string
}
export const li: Someone = { name: '李演示', idNumber: '110101199003071234', phone: '13800001234' }
export const zhang: Someone = { name: '张示范', idNumber: '110101198505055678', phone: '13800005678' }

export const liCar = { vin: 'LDEMO0000000000A1', plate: '京A80001' }
export const zhangCar = { vin: 'LDEMO0000000000B2', plate: '京B70002' }

export const lastSixOf = ({ idNumber }: Someone): string => idNumber.slice(-6)
export const holderOf = ({ idNumber }: Someone): string => holderIdOf(idNumber)

export function holderDocument({ name, idNumber, phone }: Someone): HolderOnFile {
  const _id = holderIdOf(idNumber)
  return {
    _id,
    kind: 'person',
    sealedName: sealText(name),
    nameMask: maskName(name),
    nameHash: nameHashOf(name),
    sealedIdNumber: sealText(idNumber),
    idMask: maskIdNumber(idNumber),
    idTailHash: idTailHashOf(_id, idNumber.slice(-6)),
    sealedPhone: sealText(phone),
    phoneMask: maskPhone(phone),
    phoneHash: phoneHashOf(phone),
  }
}

export function vehicleDocument({ vin, plate }: { vin: string; plate: string }): VehicleOnFile {
  return {
    _id: vehicleIdOf(vin),
    sealedVin: sealText(vin),
    sealedPlate: sealText(plate),
    plateMask: maskPlate(plate),
    plateKind: 'blue',
    plateHash: plateHashOf(plate),
    vehicleType: 'passenger-car',
    usageNature: 'family',
    drivingRegion: 'province',
  }
}

/** In force, due within the demo campaign, ¥4,400.00, no claim in its year or before; with some parts replaced. */
export function policyDocument(holder: Someone, car: { vin: string }, changes: Partial<Policy> = {}): Policy {
  const policyNumber = changes.policyNumber ?? `PDZA2025${car.vin.slice(-8)}`
  return {
    _id: policyNumber,
    policyNumber,
    sequence: 1,
    state: 'in-force',
    businessKind: 'renewal',
    previousPolicyNumber: null,
    branchCode: 'SF0101',
    channelCode: 'branch',
    vehicleId: vehicleIdOf(car.vin),
    holderId: holderIdOf(holder.idNumber),
    vehicleType: 'passenger-car',
    usageNature: 'family',
    drivingRegion: 'province',
    issuedAt: startOf(day('2025-09-25')),
    coverStartsOn: day('2025-10-01'),
    coverEndsOn: day('2026-09-30'),
    commercialPremiumFen: fen(440_000),
    compulsoryPremiumFen: fen(95_000),
    claimsLastYear: 0,
    claimsSoFar: 0,
    loyaltyGrade: null,
    cancelledAt: null,
    version: 1,
    ...changes,
  }
}

const campaignId = 'demo-2026-autumn'

/** What a policy brought: granted a moment ago, with some parts replaced. */
export function benefitDocument(
  rule: PolicyBenefit['rule'],
  policy: Policy,
  changes: Partial<PolicyBenefit> = {},
): PolicyBenefit {
  const { clause, budgetLine, form } = offers[rule]
  const entry: PolicyBenefit = {
    holdUntil: null,
    customerOwes: null,
    risk: null,
    history: [],
    waitsFor: null,
    waitsSinceAt: onEighthDay,
    _id: policyBenefitIdOf(campaignId, policy.policyNumber, rule),
    campaignId,
    rule,
    clause,
    budgetLine,
    form,
    termsVersion: 1,
    termsHash: '0'.repeat(64),
    grantedOn: day('2026-09-02'),
    grantedAt: onEighthDay,
    status: { kind: 'pending', since: onEighthDay },
    policyNumber: policy.policyNumber,
    vehicleId: policy.vehicleId,
    holderId: policy.holderId,
    branchCode: policy.branchCode,
    channelCode: policy.channelCode,
    decision: { kind: 'granted' },
    statement: [],
    amountFen: fen(60_000),
    costFen: fen(60_000),
    dueOn: null,
    expiresOn: null,
    giftId: null,
    referral: null,
    settledByPolicyNumber: null,
    needsReview: null,
    sequence: 1,
    version: 1,
    ...changes,
  }
  return { ...entry, waitsFor: waitsForOf(entry) }
}

/** A new customer's policy of this campaign, and the service pack that it brought. */
export function newPolicyWithPack(holder: Someone, car: { vin: string }, changes: Partial<PolicyBenefit> = {}) {
  const policy = policyDocument(holder, car, {
    businessKind: 'new',
    issuedAt: startOf(day('2026-09-02')),
    coverStartsOn: day('2026-09-05'),
    coverEndsOn: day('2027-09-04'),
  })
  const status = { kind: 'approved', at: onEighthDay, by: 'system', why: '保单起保即可使用' } as const
  return { policy, pack: benefitDocument('service-pack', policy, { status, ...changes }) }
}

/** Writes documents past the functions, in the database protocol. */
export async function insert(
  cloud: Pick<CampaignCloud, 'url'>,
  collectionName: string,
  documents: readonly object[],
): Promise<void> {
  const answer = await post<{ code?: string; message?: string }>(`${cloud.url}/admin`, {
    action: 'database.insertDocument',
    collectionName,
    data: documents.map((document) => JSON.stringify(document)),
  })
  if (answer.code) throw new Error(answer.message)
}

/** Every document of a collection as it is stored. */
export async function storedIn(cloud: Pick<CampaignCloud, 'url'>, collectionName: string): Promise<string[]> {
  const answer = await post<{ data: { list: string[] } }>(`${cloud.url}/admin`, {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query: '{}',
    limit: 1000,
  })
  return answer.data.list
}

/** Changes stored documents past the functions: what an event of the core system would do. */
export async function change(
  cloud: Pick<CampaignCloud, 'url'>,
  collectionName: string,
  _id: string,
  set: object,
): Promise<void> {
  await post(`${cloud.url}/admin`, {
    action: 'database.modifyDocument',
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify({ _id }),
    data: JSON.stringify({ $set: set }),
    merge: true,
    multi: true,
    upsert: false,
  })
}

/** Removes a stored document past the functions: what somebody with the database's credentials could do. */
export async function removed(cloud: Pick<CampaignCloud, 'url'>, collectionName: string, _id: string): Promise<void> {
  await post(`${cloud.url}/admin`, {
    action: 'database.removeDocument',
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify({ _id }),
    multi: true,
  })
}

/** Binds by WeChat's button and the plate. */
export async function bindBy(
  cloud: CampaignCloud,
  who: Person,
  holder: Someone,
  car: { plate: string },
): Promise<void> {
  const phone = { kind: 'wechat' as const, code: await buttonCode(cloud, holder.phone) }
  await cloud.get(bindPolicy, { phone, proof: { kind: 'plate', value: car.plate } }, who)
}

/** By the set-up command, with a reason where there is an admin already. */
export const appoint = (
  cloud: CampaignCloud,
  { openid, ...input }: Omit<InputOf<typeof appointStaff>, 'account'> & { openid: string },
) => cloud.get(appointStaff, { emergency: '测试里的人员', ...input, account: accountOf(openid) }, null)

/** What the core system has told of: both have a car, and Li's policy is due within the campaign. */
export async function tellOfBoth(cloud: CampaignCloud, benefits: readonly Benefit[] = []): Promise<void> {
  await insert(cloud, 'holders', [holderDocument(li), holderDocument(zhang)])
  await insert(cloud, 'vehicles', [vehicleDocument(liCar), vehicleDocument(zhangCar)])
  await insert(cloud, 'policies', [policyDocument(li, liCar), policyDocument(zhang, zhangCar)])
  if (benefits.length > 0) await insert(cloud, 'benefits', benefits)
}

/** A one-time code as WeChat's phone number button gives it to whoever holds that phone. */
export async function buttonCode(cloud: Pick<CampaignCloud, 'url'>, phone: string): Promise<string> {
  return (await post<{ code: string }>(`${cloud.url}/_/phone-codes`, { phone })).code
}

/** The last SMS that the local cloud would have sent to the phone. */
export function lastSms(cloud: CampaignCloud, phone: string): string {
  for (const { output } of cloud.logs({ function: 'customer' })) {
    for (const line of output) {
      const sent = line.includes('"sms"') ? (JSON.parse(line) as { sms: { phone: string; code: string } }).sms : null
      if (sent?.phone === phone) return sent.code
    }
  }
  throw new Error(`no SMS was sent to ${phone}`)
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Answer
}
