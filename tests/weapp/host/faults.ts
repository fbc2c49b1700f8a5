export type FaultKind =
  | 'package' // the compiled files
  | 'template' // a template or tag that is not there
  | 'framework' // glass-easel's warnings and errors
  | 'console' // the mini-program's own warnings and errors
  | 'error' // thrown and not caught
  | 'rejection' // a promise nobody looked after
  | 'wx' // an interface that does not exist here, or a call WeChat would refuse
  | 'single-page' // something that is forbidden when opened from Moments
  | 'set-data'

export interface Fault {
  kind: FaultKind
  message: string
}

const textOf = (what: unknown): string => {
  if (what instanceof Error) return what.stack ?? `${what.name}: ${what.message}`
  return typeof what === 'string' ? what : (JSON.stringify(what) ?? String(what))
}

/** Everything that went wrong. A test ends with an empty list, or takes out first what it has provoked. */
export class Faults {
  readonly all: Fault[] = []

  report(kind: FaultKind, ...what: unknown[]): void {
    this.all.push({ kind, message: what.map(textOf).join(' ') })
  }

  /** Removes and returns the faults that were provoked. @throws Error when there is none */
  takeOut(pattern: RegExp): Fault[] {
    const taken = this.all.filter(({ message }) => pattern.test(message))
    if (taken.length === 0) throw new Error(`no fault matches ${pattern}; there are: ${JSON.stringify(this.all)}`)
    for (const fault of taken) this.all.splice(this.all.indexOf(fault), 1)
    return taken
  }
}
