import Taro from '@tarojs/taro'
import * as v from 'valibot'
import type { Operation, OutputOf } from '#contract/operation'
import { storageOwner } from './identity'

const key = (operation: Operation) => `last:${operation.name}:${storageOwner()}`

/** The last answer to an operation, for the first paint; null when there is none or its shape is of an older version. */
export function recall<O extends Operation>(operation: O): OutputOf<O> | null {
  const kept = v.safeParse(operation.output, Taro.getStorageSync(key(operation)))
  return kept.success ? kept.output : null
}

export function remember<O extends Operation>(operation: O, data: OutputOf<O>): void {
  try {
    Taro.setStorageSync(key(operation), data)
  } catch {
    // A full storage costs only the early first paint.
  }
}
