import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Written } from '../call-log'
import type { Invocation } from './invocation'

/** What a worker is started with. */
export interface WorkerStart {
  functionName: string
  entry: string
  timeoutMs: number
  memoryMb: number
}

/** One event, on its way to the worker. `event` is JSON text, as it would be on the wire. */
export interface WorkerCall {
  requestId: string
  event: string
  environment: Record<string, string>
}

export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'broken'; reason: string }
  | { kind: 'result'; json: string; written: Written }
  | { kind: 'error'; reason: string; written: Written }

/** Told by an instance to the pool it belongs to. */
export interface InstanceEvents {
  loaded(instance: Instance): void
  /** Ready for the next event: just loaded, or done with the one before. */
  free(instance: Instance): void
  /** The module could not be loaded; no call was handed over. */
  broken(instance: Instance, reason: string): void
  /** The worker has ended, by itself, by time-out or killed; it takes no further call. */
  gone(instance: Instance): void
}

const WORKER = fileURLToPath(new URL('./instance-worker.cjs', import.meta.url))
/** Loading may take long on a busy machine; beyond this the module hangs. */
const LOAD_LIMIT_MS = 30_000

/** One worker thread that serves one event at a time. */
export class Instance {
  /** Database operations counted at this instance's own admin address since the current call began. */
  databaseOperations = 0
  /** Whether the function's module has been loaded. */
  loaded = false
  #current: Invocation | undefined
  #deadline: NodeJS.Timeout | undefined
  #gone = false
  #lastWords = ''
  readonly #worker: Worker

  constructor(
    readonly id: number,
    readonly start: WorkerStart,
    environment: Record<string, string>,
    readonly events: InstanceEvents,
  ) {
    this.#worker = new Worker(WORKER, {
      workerData: start,
      env: environment,
      // Loaders of the embedding process (tsx, vitest) are of no use in there and slow.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: start.memoryMb },
    })
    this.#deadline = setTimeout(
      () => this.#broken(`module did not load within ${LOAD_LIMIT_MS / 1000} s`),
      LOAD_LIMIT_MS,
    )
    this.#worker.on('message', (message: WorkerMessage) => this.#receive(message))
    this.#worker.on('error', (error) => {
      this.#lastWords = `: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    })
    this.#worker.on('exit', (code) =>
      this.#end(`function exited unexpectedly (code ${code}) when executing action${this.#lastWords}`),
    )
  }

  /** Whose call is running here; undefined between calls. */
  get current(): Invocation | undefined {
    return this.#current
  }

  run(invocation: Invocation, environment: Record<string, string>): void {
    this.#current = invocation
    this.databaseOperations = 0
    invocation.begin()
    this.#deadline = setTimeout(() => {
      const seconds = this.start.timeoutMs / 1000
      const failed = this.#take()
      this.terminate()
      failed?.fail(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${seconds} seconds`,
        this.databaseOperations,
      )
    }, this.start.timeoutMs)
    this.#worker.postMessage({
      requestId: invocation.requestId,
      event: invocation.event,
      environment,
    } satisfies WorkerCall)
  }

  /** Ends the thread at once, in the middle of whatever it does. */
  terminate(): Promise<void> {
    const ended = this.#worker.terminate().then(() => undefined)
    this.#end('function exited unexpectedly (killed) when executing action')
    return ended
  }

  #receive(message: WorkerMessage): void {
    if (this.#gone) return
    if (message.kind === 'broken') {
      this.#broken(message.reason)
      return
    }
    if (message.kind === 'ready') {
      clearTimeout(this.#deadline)
      this.loaded = true
      this.events.loaded(this)
      this.events.free(this)
      return
    }
    const finished = this.#take()
    if (message.kind === 'result') finished?.succeed(message.json, this.databaseOperations, message.written)
    else finished?.fail('FUNCTIONS_EXECUTE_FAIL', message.reason, this.databaseOperations, message.written)
    this.events.free(this)
  }

  #take(): Invocation | undefined {
    clearTimeout(this.#deadline)
    const invocation = this.#current
    this.#current = undefined
    return invocation
  }

  #broken(reason: string): void {
    if (this.#gone) return
    this.events.broken(this, reason)
    void this.terminate()
  }

  #end(reason: string): void {
    if (this.#gone) return
    this.#gone = true
    this.#take()?.fail('FUNCTIONS_EXECUTE_FAIL', reason, this.databaseOperations)
    this.events.gone(this)
  }
}
