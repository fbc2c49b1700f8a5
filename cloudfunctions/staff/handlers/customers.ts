import {
  findCustomers as findOperation,
  readCustomer as readOperation,
  type Unmaskable,
  unmaskable,
  unmaskField as unmaskOperation,
} from '#contract/customers'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { isTheirs, mayUnmask } from '#rules/customer-data/may-see'
import { type BankAccount, findBankAccount, isPurse } from '#store/bank-accounts'
import { takeFrom, usedOf } from '#store/limits'
import { findHolder, listHolders, listPoliciesOfHolder, listPoliciesOfHolders, listVehicles } from '#store/policy-book'
import { listStaff } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { unmask } from '#store/unmasking'
import { takeClearField } from '../customers/clear-fields'
import { pictureOf } from '../customers/picture'
import { type CustomerKey, searchCustomers } from '../customers/search'

/** Who works with customers one by one. */
const customerStaff = forStaff('admin', 'reviewer', 'finance', 'branch')

/** Enough for a day at a counter; too few to go through a list of numbers. */
const LOOK_UPS = { what: 'customer-look-up', most: 120 }
const PICTURES = { what: 'customer-picture', most: 200 }
/** Of those that are theirs to look at. A phone that stands for more people is a dealer's: ask by plate or policy then. */
const MOST_FOUND = 20

/** Logged whoever it finds, and also nobody: somebody who tries numbers is seen. */
export const findCustomers = handle(findOperation, customerStaff, async (search, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { staff, now } = call
  if (!(await takeFrom(LOOK_UPS, staff._id, now))) return refuse('too-many-look-ups')
  const found = await searchCustomers(search)
  const holderIds = found.flatMap((key) => (key.kind === 'holder' ? [key.holderId] : []))
  const policies = await listPoliciesOfHolders(holderIds)
  const branchesOf = (id: string) => policies.flatMap(({ holderId, branchCode }) => (holderId === id ? branchCode : []))
  const theirs = await listHolders(holderIds.filter((id) => isTheirs(staff, branchesOf(id))).slice(0, MOST_FOUND))
  const isShown = new Set(theirs.map(({ _id }) => _id))
  const shown = policies.filter(({ holderId, branchCode }) => isShown.has(holderId) && isTheirs(staff, [branchCode]))
  const vehicles = new Map(
    (await listVehicles([...new Set(shown.map(({ vehicleId }) => vehicleId))])).map((one) => [one._id, one.plateMask]),
  )
  const customers = [
    ...theirs.map(({ _id, nameMask, phoneMask }) => {
      const own = shown.filter(({ holderId }) => holderId === _id)
      return {
        customerId: _id,
        name: nameMask,
        phone: phoneMask,
        plates: [...new Set(own.flatMap(({ vehicleId }) => vehicles.get(vehicleId) ?? []))],
        policies: own.length,
      }
    }),
    ...found.flatMap((key) =>
      key.kind === 'account' && isTheirs(staff, [])
        ? [{ customerId: key.account, name: null, phone: null, plates: [], policies: 0 }]
        : [],
    ),
  ]
  await audit(call, {
    what: 'customer.look-up',
    object: { kind: 'customer', id: customers[0]?.customerId ?? 'none' },
    after: { kind: search.by, count: customers.length },
    why: '查询客户',
  })
  return { customers, leftToday: Math.max(0, LOOK_UPS.most - (await usedOf(LOOK_UPS, staff._id, now))) }
})

const keyOf = (customerId: string): CustomerKey =>
  customerId.length === 32 ? { kind: 'holder', holderId: customerId } : { kind: 'account', account: customerId }

export const readCustomer = handle(readOperation, customerStaff, async ({ customerId }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { staff, now } = call
  if (!(await takeFrom(PICTURES, staff._id, now))) return refuse('too-many-look-ups')
  const names = new Map((await listStaff()).map(({ _id, name }) => [_id, name]))
  const picture = await pictureOf(inForce.terms, keyOf(customerId), staff, names)
  if (!picture) return refuse('customer-unknown')
  await audit(call, {
    what: 'customer.look-up',
    object: { kind: 'customer', id: customerId },
    after: { kind: 'picture' },
    why: '查看客户的全部权益',
  })
  return picture
})

/** The access stands in the log that the customer reads before the value leaves this function. */
export const unmaskField = handle(unmaskOperation, customerStaff, async (input, call) => {
  const { customerId, field, vehicleId, why } = input
  const { staff, now } = call
  if (!mayUnmask(staff.role).includes(field)) return refuse('not-allowed')
  const holder = await findHolder(customerId)
  const policies = holder ? await listPoliciesOfHolder(customerId) : []
  const branches = policies.map(({ branchCode }) => branchCode)
  if (!holder || !isTheirs(staff, branches)) return refuse('customer-unknown')
  const ofVehicle = policies.find((policy) => policy.vehicleId === vehicleId)?.vehicleId
  const sealed = await sealedField(field, holder, ofVehicle)
  if (sealed === null) return refuse('customer-unknown')
  if (!(await takeClearField(staff, call))) return refuse('too-many-look-ups')
  const value = await unmask(sealed, {
    _id: call.random(16).toString('hex'),
    who: staff._id,
    whose: customerId,
    field: unmaskable[field],
    why,
    at: now,
  })
  await audit(call, {
    what: 'customer.unmask',
    object: { kind: 'customer', id: customerId },
    after: { field: unmaskable[field] },
    why,
  })
  return { value }
})

/** A purse has no number that anybody could read. */
const sealedCardOf = (account: BankAccount | null): string | null =>
  account && !isPurse(account) ? account.sealedCardNumber : null

async function sealedField(
  field: Unmaskable,
  holder: NonNullable<Awaited<ReturnType<typeof findHolder>>>,
  vehicleId: string | undefined,
): Promise<string | null> {
  switch (field) {
    case 'name':
      return holder.sealedName
    case 'phone':
      return holder.sealedPhone
    case 'id-number':
      return holder.sealedIdNumber
    case 'bank-card':
      return sealedCardOf(await findBankAccount(holder._id))
    case 'plate':
    case 'vin': {
      const [vehicle] = vehicleId === undefined ? [] : await listVehicles([vehicleId])
      if (!vehicle) return null
      return field === 'plate' ? vehicle.sealedPlate : vehicle.sealedVin
    }
  }
}
