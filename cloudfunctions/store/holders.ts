import type { Instant } from '#values/days'
import { kindOfIdNumber } from '#values/id-number'
import { maskIdNumber, maskName, maskPhone } from '#values/masks'
import { collection } from './collection'
import type { HolderOnFile } from './policy-book'
import { holderIdOf, idTailHashOf, lookupHash, nameHashOf, phoneHashOf, sealText } from './secrets'
import { keepLatest, type Told } from './told'

/** A policyholder as an event of the policy feed names it, in the clear. */
export interface NamedHolder {
  name: string
  idNumber: string
  phone: string
}

const holders = collection<HolderOnFile & Told>('holders')

/** Keeps the holders that events named, sealed. Two to three database operations, one more for each that changed. */
export async function keepHolders(named: readonly (NamedHolder & { toldAt: Instant })[]): Promise<void> {
  const latest = new Map<string, NamedHolder & { toldAt: Instant }>()
  for (const holder of named) {
    const before = latest.get(holder.idNumber)
    if (!before || before.toldAt <= holder.toldAt) latest.set(holder.idNumber, holder)
  }
  await keepLatest(
    holders,
    [...latest.values()].map((holder) => {
      const told = {
        _id: holderIdOf(holder.idNumber),
        toldAt: holder.toldAt,
        toldHash: lookupHash('holder', `${holder.name}\n${holder.phone}`),
      }
      return { ...told, write: () => sealed(holder, told) }
    }),
  )
}

function sealed({ name, idNumber, phone }: NamedHolder, told: Told): HolderOnFile & Told {
  const kind = kindOfIdNumber(idNumber) ?? 'person'
  return {
    ...told,
    kind,
    sealedName: sealText(name),
    nameMask: maskName(name, kind),
    nameHash: nameHashOf(name),
    sealedIdNumber: sealText(idNumber),
    idMask: maskIdNumber(idNumber),
    idTailHash: idTailHashOf(told._id, idNumber.slice(-6)),
    sealedPhone: sealText(phone),
    phoneMask: maskPhone(phone),
    phoneHash: phoneHashOf(phone),
  }
}
