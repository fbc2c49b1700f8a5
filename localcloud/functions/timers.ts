import type { TimerConfig } from './function-config'
import { FunctionError } from './function-error'
import type { FunctionHost } from './host'
import type { Answer } from './invocation'

/** A timer and when it is due next, in the cloud's time. */
export interface TimerState {
  function: string
  name: string
  config: string
  nextAt: number | undefined
}

interface Timer extends TimerState {
  trigger: TimerConfig
}

/** setTimeout takes no more than 2^31-1 ms; waking once an hour to look again is simplest. */
const LONGEST_WAIT_MS = 3_600_000

/** Runs the functions' timers on the cloud's clock. */
export class Timers {
  #timers: Timer[]
  readonly #running = new Set<Promise<unknown>>()
  #wake: NodeJS.Timeout | undefined

  constructor(
    readonly host: FunctionHost,
    readonly now: () => number,
  ) {
    this.#timers = this.#read()
  }

  /** The functions' configuration has changed. */
  reload(): void {
    this.#timers = this.#read()
    if (this.#wake !== undefined) this.#sleep()
  }

  #read(): Timer[] {
    return [...this.host.pools].flatMap(([name, pool]) =>
      pool.config.timers.map((trigger) => ({
        function: name,
        name: trigger.name,
        config: trigger.config,
        trigger,
        nextAt: trigger.schedule.nextAfter(this.now()),
      })),
    )
  }

  list(): TimerState[] {
    return this.#timers.map(({ trigger: _, ...state }) => state)
  }

  start(): void {
    this.#sleep()
  }

  stop(): void {
    clearTimeout(this.#wake)
  }

  /**
   * Forward: every timer that became due runs once, however many of its ticks were passed over.
   * Backward: nothing runs, and the timers wait for their next tick from the new time.
   */
  clockMoved(): void {
    const now = this.now()
    for (const timer of this.#timers) {
      const due = timer.nextAt !== undefined && timer.nextAt <= now
      if (!due) timer.nextAt = timer.trigger.schedule.nextAfter(now)
    }
    this.#runDue()
  }

  /** Resolves when all runs started by the clock have ended, well or not. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
  }

  /** Runs one timer now, whatever its schedule. Rejects with FunctionError. */
  async trigger(functionName: string, timerName: string): Promise<Answer> {
    const timer = this.#timers.find((one) => one.function === functionName && one.name === timerName)
    if (timer === undefined) {
      const known = this.#timers.map((one) => `${one.function}/${one.name}`).join(', ')
      throw new FunctionError(
        'FUNCTION_NOT_FOUND',
        `no timer ${functionName}/${timerName}; there are: ${known || 'none'}`,
        '',
      )
    }
    return this.#run(timer, this.now())
  }

  #runDue(): void {
    const now = this.now()
    for (const timer of this.#timers) {
      if (timer.nextAt === undefined || timer.nextAt > now) continue
      const run = this.#run(timer, timer.nextAt).catch(() => undefined) // the failure stands in the call log
      this.#running.add(run)
      void run.finally(() => this.#running.delete(run))
      timer.nextAt = timer.trigger.schedule.nextAfter(now)
    }
    this.#sleep()
  }

  #run(timer: Timer, dueAt: number): Promise<Answer> {
    const event = {
      Message: '',
      Time: `${new Date(dueAt).toISOString().slice(0, 19)}Z`,
      TriggerName: timer.name,
      Type: 'Timer',
    }
    return this.host.invoke(timer.function, JSON.stringify(event), { source: 'wx_trigger' })
  }

  #sleep(): void {
    clearTimeout(this.#wake)
    const due = this.#timers.flatMap(({ nextAt }) => nextAt ?? [])
    if (due.length === 0) return
    const wait = Math.min(Math.max(Math.min(...due) - this.now(), 0), LONGEST_WAIT_MS)
    this.#wake = setTimeout(() => this.#runDue(), wait)
    this.#wake.unref()
  }
}
