import type { FunctionConfig } from './function-config'
import { identityEnvironment } from './identity'
import { Instance, type InstanceEvents, type InstanceStart } from './instance'
import type { Invocation } from './invocation'

/** CloudBase's default memory of a function, in megabytes. */
const MEMORY_MB = 256
const STOPPED = 'the local cloud has stopped'

export interface PoolOptions {
  name: string
  entry: string
  config: FunctionConfig
  instances: number
  /** Environment of an instance, given its number. */
  environment: (id: number) => Record<string, string>
  nextId: () => number
  clockOffset: () => number
  /** Keeps the host's register of running instances, by number. */
  register: Map<number, { instance: Instance; pool: FunctionPool }>
}

/** The instances of one function: created when calls wait, up to a limit; further calls queue in order of arrival. */
export class FunctionPool implements InstanceEvents {
  readonly #all = new Set<Instance>()
  readonly #idle: Instance[] = []
  readonly #waiting: Invocation[] = []
  #starting = 0
  #closed = false
  #retired = false

  constructor(readonly options: PoolOptions) {}

  get config(): FunctionConfig {
    return this.options.config
  }

  get size(): number {
    return this.#all.size
  }

  /** Calls that run now, and calls that wait for an instance. */
  get load(): { running: number; waiting: number } {
    const running = [...this.#all].filter(({ current }) => current !== undefined).length
    return { running, waiting: this.#waiting.length }
  }

  invoke(invocation: Invocation): void {
    if (this.#closed) {
      invocation.fail('FUNCTIONS_REQUEST_FAIL', STOPPED, 0)
      return
    }
    const instance = this.#idle.pop()
    if (instance !== undefined) {
      this.#run(instance, invocation)
      return
    }
    this.#waiting.push(invocation)
    this.#grow()
  }

  /** Starts the first instance ahead of the first call. */
  warm(): void {
    if (this.#all.size === 0) this.#add()
  }

  async kill(): Promise<void> {
    await Promise.all([...this.#all].map((instance) => instance.terminate()))
  }

  /** Fails what still waits, takes no more, and ends all instances. */
  close(): Promise<void> {
    this.#closed = true
    this.#failWaiting(STOPPED)
    return this.kill()
  }

  /** A new build takes over: what waits is handed back, idle instances end now and busy ones after their call. */
  retire(): Invocation[] {
    this.#retired = true
    for (const instance of [...this.#idle]) void instance.terminate()
    return this.#waiting.splice(0)
  }

  loaded(): void {
    this.#starting--
  }

  free(instance: Instance): void {
    if (this.#retired) {
      void instance.terminate()
      return
    }
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(instance)
    else this.#run(instance, next)
  }

  broken(_instance: Instance, reason: string): void {
    // Every instance would fail alike; the next call tries anew, so that a mended build is picked up.
    this.#failWaiting(reason)
  }

  gone(instance: Instance): void {
    if (!instance.loaded) this.#starting--
    this.#all.delete(instance)
    this.options.register.delete(instance.id)
    const at = this.#idle.indexOf(instance)
    if (at >= 0) this.#idle.splice(at, 1)
    this.#grow()
  }

  #grow(): void {
    while (this.#starting < this.#waiting.length && this.#all.size < this.options.instances) this.#add()
  }

  #add(): void {
    const { name, entry, config, environment, nextId, register } = this.options
    const id = nextId()
    const start: InstanceStart = { functionName: name, entry, timeoutMs: config.timeoutMs, memoryMb: MEMORY_MB }
    const instance = new Instance(id, start, environment(id), this)
    this.#starting++
    this.#all.add(instance)
    register.set(id, { instance, pool: this })
  }

  #run(instance: Instance, invocation: Invocation): void {
    const environment = identityEnvironment(invocation.identity)
    environment.LOCALCLOUD_CLOCK_OFFSET_MS = String(this.options.clockOffset())
    instance.run(invocation, environment)
  }

  #failWaiting(reason: string): void {
    for (const invocation of this.#waiting.splice(0)) invocation.fail('FUNCTIONS_EXECUTE_FAIL', reason, 0)
  }
}
