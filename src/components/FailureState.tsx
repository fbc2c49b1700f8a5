import { EmptyState } from './EmptyState'
import { ErrorState } from './ErrorState'
import { OfflineDrawing } from './illustrations/scenes'

interface FailureStateProps {
  failure: { code: string; message: string }
  onRetry: () => void
}

/** A call failed and there is nothing older to show: no network has its own drawing and words, all else is an error. */
export function FailureState({ failure, onRetry }: FailureStateProps) {
  if (failure.code !== 'offline') return <ErrorState message={failure.message} onRetry={onRetry} />
  return (
    <EmptyState
      drawing={<OfflineDrawing />}
      sentence={failure.message}
      action={{ text: '重新加载', onClick: onRetry }}
    />
  )
}
