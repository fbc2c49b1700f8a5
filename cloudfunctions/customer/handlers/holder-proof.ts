import type * as v from 'valibot'
import type { holderProofSchema } from '#contract/binding'
import { listHoldersByPhone, listPoliciesBetween, listVehiclesByPlate } from '#store/policy-book'
import { idTailHashOf, plateHashOf } from '#store/secrets'

type Proof = v.InferOutput<typeof holderProofSchema>

/**
 * The policyholder with this proven phone for whom the second proof holds; null when there is none. How many database
 * operations it takes depends on the kind of proof alone, never on what is found.
 */
export function findProvenHolder(phoneHash: string, proof: Proof): Promise<string | null> {
  switch (proof.kind) {
    case 'id-tail':
      return byIdTail(phoneHash, proof.value)
    case 'plate':
      return byPlate(phoneHash, proof.value)
  }
}

async function byIdTail(phoneHash: string, lastSix: string): Promise<string | null> {
  const holders = await listHoldersByPhone(phoneHash)
  return holders.find(({ _id, idTailHash }) => idTailHash === idTailHashOf(_id, lastSix))?._id ?? null
}

async function byPlate(phoneHash: string, plate: string): Promise<string | null> {
  const [holders, vehicles] = await Promise.all([
    listHoldersByPhone(phoneHash),
    listVehiclesByPlate(plateHashOf(plate)),
  ])
  const policies = await listPoliciesBetween(
    holders.map(({ _id }) => _id),
    vehicles.map(({ _id }) => _id),
  )
  // Two of a family may have insured the same car with the same phone: the latest policy says who holds it.
  const [latest] = policies.sort((a, b) => b.issuedAt - a.issuedAt)
  return latest?.holderId ?? null
}
