import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import { call, type Failure, mayPass } from './call'

/** A failure on its way through React Query, which knows errors only as thrown. */
export class CallFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

/**
 * What a page shows of an operation that only reads. `stale`: an earlier answer, while the fresh one is on its way or failed
 * (then `failure` says why).
 */
export type Reading<Data> =
  | { status: 'loading' }
  | { status: 'ready'; data: Data; stale: boolean; failure: Failure | null }
  | { status: 'failed'; failure: Failure }

const failureOf = (error: Error | null): Failure | null => (error instanceof CallFailed ? error.failure : null)

/** Reads now, when the input changes, when the window is looked at again and when the network comes back. */
export function useReading<O extends Operation>(
  operation: O,
  input: InputOf<O>,
): { reading: Reading<OutputOf<O>>; reload: () => void } {
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery<OutputOf<O>>({
    queryKey: [operation.name, input],
    queryFn: async () => {
      const result = await call(operation, input)
      if (!result.ok) throw new CallFailed(result)
      return result.data
    },
    placeholderData: keepPreviousData,
    retry: (count, problem) => count < 2 && problem instanceof CallFailed && mayPass(problem.failure),
  })
  const failure = failureOf(error)
  const reload = () => void refetch()
  if (data !== undefined)
    return {
      reading: { status: 'ready', data, stale: isPlaceholderData || (failure !== null && !isFetching), failure },
      reload,
    }
  if (failure) return { reading: { status: 'failed', failure }, reload }
  return { reading: { status: 'loading' }, reload }
}
