import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Written } from '../call-log'
import type { Invocation } from './invocation'

/** What an instance is started with. */
export interface InstanceStart {
  functionName: string
  entry: string
  timeoutMs: number
  memoryMb: number
}

/** One event, on its way to the instance. `event` is JSON text, as it would be on the wire. */
export interface InstanceCall {
  requestId: string
  event: string
  environment: Record<string, string>
}

export type InstanceMessage =
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
  /** The process has ended, by itself, by time-out or killed; it takes no further call. */
  gone(instance: Instance): void
}

const PROCESS = fileURLToPath(new URL('./instance-process.cjs', import.meta.url))
/** Loading may take long on a busy machine; beyond this the module hangs. */
const LOAD_LIMIT_MS = 30_000

/** As much of what a process wrote before it ended as an error says. */
const LAST_WORDS = 2_000

/** One process that serves one event at a time: whatever becomes of it, no other instance and not the local cloud itself. */
export class Instance {
  /** Database operations counted at this instance's own admin address since the current call began. */
  databaseOperations = 0
  /** Whether the function's module has been loaded. */
  loaded = false
  #current: Invocation | undefined
  #deadline: NodeJS.Timeout | undefined
  #gone = false
  #lastWords = ''
  readonly #process: ChildProcess
  readonly #ended: Promise<void>

  constructor(
    readonly id: number,
    readonly start: InstanceStart,
    environment: Record<string, string>,
    readonly events: InstanceEvents,
  ) {
    this.#process = fork(PROCESS, [JSON.stringify(start)], {
      env: environment,
      // Loaders of the embedding process (tsx, vitest) are of no use in there and slow.
      execArgv: [`--max-old-space-size=${start.memoryMb}`],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    this.#deadline = setTimeout(
      () => this.#broken(`module did not load within ${LOAD_LIMIT_MS / 1000} s`),
      LOAD_LIMIT_MS,
    )
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString()).slice(-LAST_WORDS)
    })
    this.#process.on('message', (message: InstanceMessage) => this.#receive(message))
    // It could not be started, or a message could not be given to it.
    this.#process.on('error', (error) => this.#end(`function could not be reached: ${error.message}`))
    this.#ended = new Promise((resolve) => {
      // Not `exit`: what it wrote last may still be on its way then.
      this.#process.on('close', (code, signal) => {
        const said = this.#lastWords === '' ? '' : `: ${this.#lastWords}`
        this.#end(`function exited unexpectedly (${signal ?? `code ${code}`}) when executing action${said}`)
        resolve()
      })
    })
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
    const { requestId, event } = invocation
    this.#process.send({ requestId, event, environment } satisfies InstanceCall)
  }

  /** Ends the process at once, in the middle of whatever it does. */
  terminate(): Promise<void> {
    this.#process.kill('SIGKILL')
    this.#end('function exited unexpectedly (killed) when executing action')
    return this.#ended
  }

  #receive(message: InstanceMessage): void {
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
