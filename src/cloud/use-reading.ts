import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import type { Failure } from './call'
import { useWhenNetworkReturns } from './network'
import { readAndRemember, recall } from './remembered'

/** What a page shows of an operation that only reads. `stale`: from an earlier visit, a fresh answer is on its way or failed. */
export type Reading<Data> =
  | { status: 'loading' }
  | { status: 'ready'; data: Data; stale: boolean }
  | { status: 'failed'; failure: Failure }

/**
 * Reads when the page is shown and when the network comes back; paints the remembered answer first. A failure replaces
 * nothing that can still be shown.
 */
export function useReading<O extends Operation>(
  operation: O,
  input: InputOf<O>,
): { reading: Reading<OutputOf<O>>; reload: () => void } {
  const [reading, setReading] = useState<Reading<OutputOf<O>>>(() => {
    const kept = recall(operation)
    return kept === null ? { status: 'loading' } : { status: 'ready', data: kept, stale: true }
  })
  const latest = useRef(0)
  const asked = useRef(input)
  asked.current = input
  const load = useCallback(async () => {
    const turn = ++latest.current
    const result = await readAndRemember(operation, asked.current)
    if (turn !== latest.current) return
    if (result.ok) {
      setReading({ status: 'ready', data: result.data, stale: false })
    } else {
      setReading((before) =>
        before.status === 'ready' ? { ...before, stale: true } : { status: 'failed', failure: result },
      )
    }
  }, [operation])
  const reload = useCallback(() => {
    setReading((before) => (before.status === 'ready' ? before : { status: 'loading' }))
    void load()
  }, [load])
  useDidShow(reload)
  useWhenNetworkReturns(reload)
  useEffect(
    () => () => {
      latest.current++
    },
    [],
  )
  return { reading, reload }
}
