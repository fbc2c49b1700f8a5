import { EmptyState } from './EmptyState'
import { ErrorState } from './ErrorState'
import { EmptyDrawing, OfflineDrawing } from './illustrations/scenes'

interface FailureStateProps {
  failure: { code: string; message: string }
  onRetry: () => void
  /** By code: what the customer can do where asking again would not help. */
  ways?: Readonly<Record<string, { text: string; onClick: () => void }>>
}

/**
 * A call failed and there is nothing older to show: no network has its own drawing and words, a refusal that the customer
 * can do something about leads there, all else is an error.
 */
export function FailureState({ failure, onRetry, ways = {} }: FailureStateProps) {
  const way = ways[failure.code]
  if (way) return <EmptyState drawing={<EmptyDrawing />} sentence={failure.message} action={way} />
  if (failure.code !== 'offline') return <ErrorState message={failure.message} onRetry={onRetry} />
  return (
    <EmptyState
      drawing={<OfflineDrawing />}
      sentence={failure.message}
      action={{ text: '重新加载', onClick: onRetry }}
    />
  )
}
