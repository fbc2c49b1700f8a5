import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { InputOf, OperationName, OutputOf } from '../../page-api/operations'
import { useTexts } from '../texts/language'
import { ask, Unreachable } from './ask'
import { type Part, useCloud } from './pulse'

/** What the cloud answers, asked again whenever one of the parts it comes from has moved on. */
export function useAsked<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  parts: readonly Part[],
): UseQueryResult<OutputOf<Name>> {
  const { revisionOf } = useCloud()
  return useQuery({
    queryKey: [name, input, ...parts.map(revisionOf)],
    queryFn: () => ask(name, input),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  })
}

/** Something the developer does: what fails is said, and afterwards everything shown is asked again. */
export function useDoing<Input, Output>(
  work: (input: Input) => Promise<Output>,
  { done, failed }: { done?: (output: Output, input: Input) => void; failed?: (failure: Error) => boolean } = {},
) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const texts = useTexts()
  return useMutation({
    mutationFn: work,
    onSuccess: (output, input) => done?.(output, input),
    onError: (failure) => {
      if (failed?.(failure) === true) return
      void message.error(failure instanceof Unreachable ? texts.states.lost : failure.message, 6)
    },
    onSettled: () => client.invalidateQueries(),
  })
}
