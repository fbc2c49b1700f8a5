import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import { call, type Result } from './call'

/**
 * An operation that changes something. While it runs `acting` is true; when it succeeded, everything that the given
 * operations have read is read anew, and the overview's figures with it.
 */
export function useActing<O extends Operation>(
  operation: O,
  changes: readonly Operation[] = [],
): { act: (input: InputOf<O>) => Promise<Result<OutputOf<O>>>; acting: boolean } {
  const client = useQueryClient()
  const [acting, setActing] = useState(false)
  const act = async (input: InputOf<O>) => {
    setActing(true)
    try {
      const result = await call(operation, input)
      if (result.ok) {
        for (const { name } of changes) void client.invalidateQueries({ queryKey: [name] })
        void client.invalidateQueries({ queryKey: ['overview.read'] })
      }
      return result
    } finally {
      setActing(false)
    }
  }
  return { act, acting }
}
