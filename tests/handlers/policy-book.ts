import type { Benefit } from '#rules/benefit/benefit'
import type { Policy } from '#rules/policy/policy'
import type { HolderOnFile, VehicleOnFile } from '#store/policy-book'
import { holderIdOf, idTailHashOf, phoneHashOf, plateHashOf, sealText, vehicleIdOf } from '#store/secrets'
import { day, startOf } from '#values/days'
import { maskIdNumber, maskName, maskPhone, maskPlate } from '#values/masks'
import { fen } from '#values/money'
import { type CampaignCloud, testKeys } from './campaign-cloud'

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

/** In force, due within the demo campaign, ¥4,400.00, no claim; with some parts replaced. */
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
    loyaltyGrade: null,
    cancelledAt: null,
    version: 1,
    ...changes,
  }
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
