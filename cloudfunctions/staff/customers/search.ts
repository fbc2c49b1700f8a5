import type { CustomerSearch } from '#contract/customers'
import { findBinding } from '#store/bindings'
import { findPolicies } from '#store/policies'
import { listHoldersByName, listHoldersByPhone, listPoliciesOnVehicles, listVehiclesByPlate } from '#store/policy-book'
import { nameHashOf, phoneHashOf, plateHashOf, unseal } from '#store/secrets'

/** A policyholder, or a WeChat account without one. */
export type CustomerKey = { kind: 'holder'; holderId: string } | { kind: 'account'; account: string }

/** Everybody who fits what staff were told, by keyed hashes: a few database operations, whoever it is. */
export async function searchCustomers(search: CustomerSearch): Promise<CustomerKey[]> {
  const holders = (ids: readonly string[]): CustomerKey[] =>
    [...new Set(ids)].map((holderId) => ({ kind: 'holder', holderId }))
  switch (search.by) {
    case 'phone':
      return holders((await listHoldersByPhone(phoneHashOf(search.phone))).map(({ _id }) => _id))
    case 'plate': {
      const vehicles = await listVehiclesByPlate(plateHashOf(search.plate))
      return holders((await listPoliciesOnVehicles(vehicles.map(({ _id }) => _id))).map(({ holderId }) => holderId))
    }
    case 'name': {
      const named = await listHoldersByName(nameHashOf(search.name))
      // The tail is compared here and shown to nobody.
      const fitting = named.filter(({ sealedIdNumber }) => unseal(sealedIdNumber).toString().endsWith(search.idTail))
      return holders(fitting.map(({ _id }) => _id))
    }
    case 'policy':
      return holders((await findPolicies([search.policyNumber])).map(({ holderId }) => holderId))
    case 'account': {
      const binding = await findBinding(search.account)
      return [binding ? { kind: 'holder', holderId: binding.holderId } : { kind: 'account', account: search.account }]
    }
  }
}
