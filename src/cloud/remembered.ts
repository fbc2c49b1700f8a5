import Taro from '@tarojs/taro'
import * as v from 'valibot'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import { callPatiently, type Result } from './call'
import { contentAwaited } from './health'
import { storageOwner } from './identity'

const key = (operation: Operation) => `last:${operation.name}:${storageOwner()}`

/** The last answer to an operation, for the first paint; null when there is none or its shape is of an older version. */
export function recall<O extends Operation>(operation: O): OutputOf<O> | null {
  const kept = v.safeParse(operation.output, Taro.getStorageSync(key(operation)))
  return kept.success ? kept.output : null
}

function remember<O extends Operation>(operation: O, data: OutputOf<O>): void {
  try {
    Taro.setStorageSync(key(operation), data)
  } catch {
    // A full storage costs only the early first paint.
  }
}

/** Reads patiently and remembers the answer for the next first paint. A page that had nothing to paint until then is timed. */
export async function readAndRemember<O extends Operation>(
  operation: O,
  input: InputOf<O>,
): Promise<Result<OutputOf<O>>> {
  const contentCame = recall(operation) === null ? contentAwaited() : null
  const result = await callPatiently(operation, input)
  if (result.ok) {
    remember(operation, result.data)
    contentCame?.()
  }
  return result
}
