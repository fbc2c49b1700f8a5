import type { Faults } from './faults'

type Callback = (...rest: unknown[]) => void

/** The span of one process of the mini-program: what was still to come when it is killed never comes. */
export class Life {
  alive = true
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>()
  private last = 0

  /** @param uncaught told of each error, besides the faults: WeChat tells the mini-program itself */
  constructor(
    private readonly faults: Faults,
    private readonly uncaught: (error: unknown) => void = () => undefined,
  ) {}

  readonly setTimeout = (callback: Callback, delay = 0, ...rest: unknown[]): number => {
    const id = ++this.last
    const run = () => {
      this.timers.delete(id)
      this.guard(() => callback(...rest))
    }
    if (this.alive) this.timers.set(id, setTimeout(run, delay))
    return id
  }

  readonly setInterval = (callback: Callback, delay = 0, ...rest: unknown[]): number => {
    const id = ++this.last
    if (this.alive)
      this.timers.set(
        id,
        setInterval(() => this.guard(() => callback(...rest)), delay),
      )
    return id
  }

  /** For both kinds, as in WeChat. */
  readonly clear = (id?: number): void => {
    if (id === undefined) return
    clearTimeout(this.timers.get(id))
    this.timers.delete(id)
  }

  /** Runs something of the mini-program; what it throws is a fault and goes no further. */
  guard<Result>(act: () => Result): Result | undefined {
    if (!this.alive) return undefined
    try {
      return act()
    } catch (error) {
      this.faults.report('error', error)
      this.uncaught(error)
      return undefined
    }
  }

  end(): void {
    this.alive = false
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }
}
