import { offerLastGood } from './state/last-good'

/** A damaged database, with the way back that the folder offers. */
export function explainedDamage(failure: unknown, folder: string): unknown {
  if (!(failure instanceof Error) || folder === ':memory:' || !failure.message.includes('damaged')) return failure
  return new Error(`${failure.message}\n${offerLastGood(folder)}`, { cause: failure })
}

/** The error keeps its code, EADDRINUSE or EACCES. */
export function explainedPort(failure: unknown, port: number): unknown {
  if (failure instanceof Error && 'code' in failure) {
    if (failure.code === 'EADDRINUSE') {
      failure.message = `port ${port} is taken by another program (EADDRINUSE): stop that one, or choose another port; 0 takes any that is free`
    } else if (failure.code === 'EACCES') {
      failure.message = `port ${port} may not be used by this user (EACCES): choose one above 1023`
    }
  }
  return failure
}
