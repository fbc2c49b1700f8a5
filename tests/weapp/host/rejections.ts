import type { Faults } from './faults'

/** Promises that were refused and that nobody looked after: in a browser the window tells, under vitest Node's process. */
export function listenForRejections(faults: Faults, tell: (reason: unknown) => void): () => void {
  const report = (reason: unknown) => {
    faults.report('rejection', reason)
    tell(reason)
  }
  const inWindow = (event: PromiseRejectionEvent) => report(event.reason)
  window.addEventListener('unhandledrejection', inWindow)
  const node = typeof process === 'undefined' ? null : process
  node?.on('unhandledRejection', report)
  return () => {
    window.removeEventListener('unhandledrejection', inWindow)
    node?.off('unhandledRejection', report)
  }
}
