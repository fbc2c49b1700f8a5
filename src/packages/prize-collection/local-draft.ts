import Taro from '@tarojs/taro'
import { storageOwner } from '@/cloud/identity'
import type { CollectionWay } from '@/cloud/prize-collection'

/** What stands in the form. The ID number is never kept on the phone. */
export interface FormValues {
  way: CollectionWay
  branchCode: string
  name: string
  phone: string
  region: string[]
  address: string
}

const keyOf = (benefitId: string) => `collection-draft:${storageOwner()}:${benefitId}`

/** What was typed on this phone and not submitted yet; null when there is nothing. */
export function recallDraft(benefitId: string): FormValues | null {
  const kept: unknown = Taro.getStorageSync(keyOf(benefitId))
  if (typeof kept !== 'object' || kept === null) return null
  const textOf = (key: string): string => {
    const value: unknown = Reflect.get(kept, key)
    return typeof value === 'string' ? value : ''
  }
  const way = textOf('way')
  const region: unknown = Reflect.get(kept, 'region')
  if (way !== 'delivery' && way !== 'in-person' && way !== 'code') return null
  return {
    way,
    branchCode: textOf('branchCode'),
    name: textOf('name'),
    phone: textOf('phone'),
    region: Array.isArray(region) ? region.map(String) : [],
    address: textOf('address'),
  }
}

export function keepDraftHere(benefitId: string, values: FormValues): void {
  try {
    Taro.setStorageSync(keyOf(benefitId), values)
  } catch {
    // A full storage costs only the draft of this phone: the cloud keeps one too.
  }
}

export const forgetDraft = (benefitId: string) => Taro.removeStorageSync(keyOf(benefitId))
