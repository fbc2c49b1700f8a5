import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CallLogBook } from '../call-log'
import { readFunctionConfig } from './function-config'
import { FunctionError } from './function-error'
import type { Identity } from './identity'
import type { Instance } from './instance'
import { type Answer, exceedsPayloadLimit, Invocation } from './invocation'
import { FunctionPool } from './pool'

export interface HostOptions {
  /** Folder with `<name>/index.js` and optionally `<name>/config.json`. */
  folder: string
  instances: number
  environment: Record<string, string>
  /** The server's own address, known only once it listens. */
  url: () => string
  now: () => number
  clockOffset: () => number
  log: CallLogBook
}

/** All functions of the folder, each with its pool of instances. */
export class FunctionHost {
  readonly #pools: Map<string, FunctionPool>
  readonly #register = new Map<number, { instance: Instance; pool: FunctionPool }>()
  #lastId = 0
  /** When which function was taken anew, by the cloud's clock, oldest first. */
  readonly reloads: { at: number; function: string }[] = []

  constructor(readonly options: HostOptions) {
    const names = this.names()
    if (names.length === 0 && !existsSync(resolve(options.folder)))
      throw new Error(`functions: the folder ${resolve(options.folder)} does not exist; build the functions first`)
    this.#pools = new Map(names.map((name) => [name, this.#pool(name)]))
  }

  get pools(): ReadonlyMap<string, FunctionPool> {
    return this.#pools
  }

  /** The functions that are in the folder now. */
  names(): string[] {
    const folder = resolve(this.options.folder)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, 'index.js')))
      .sort()
  }

  /** Takes a function's new build: calls that run end on the old one, all others are served by the new. */
  reload(name: string): void {
    const old = this.#pools.get(name)
    const pool = this.#pool(name)
    this.#pools.set(name, pool)
    this.reloads.push({ at: this.options.now(), function: name })
    for (const invocation of old?.retire() ?? []) pool.invoke(invocation)
    pool.warm()
  }

  /** The running instance behind an admin address such as `/admin/i7`, given its number. */
  instance(id: number): { instance: Instance; pool: FunctionPool } | undefined {
    return this.#register.get(id)
  }

  /** Calls a function with an event given as JSON text. Rejects with FunctionError. */
  async invoke(name: string, event: string, identity: Identity): Promise<Answer> {
    const requestId = randomUUID()
    const pool = this.pools.get(name)
    if (pool === undefined) {
      throw new FunctionError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`, requestId)
    }
    if (exceedsPayloadLimit(event)) {
      throw new FunctionError('FUNCTIONS_REQUEST_FAIL', 'RequestTooLarge: the event exceeds 6 MB', requestId)
    }
    const { now, log } = this.options
    const invocation = new Invocation(name, event, identity, requestId, now, log)
    pool.invoke(invocation)
    return invocation.answer
  }

  warm(): void {
    for (const pool of this.pools.values()) pool.warm()
  }

  /** Ends instances abruptly, as a crash would: of one function, or of all. */
  async kill(name?: string): Promise<void> {
    const pools = name === undefined ? [...this.pools.values()] : [this.pools.get(name)]
    await Promise.all(pools.map((pool) => pool?.kill()))
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }

  #pool(name: string): FunctionPool {
    const folder = join(resolve(this.options.folder), name)
    const config = readFunctionConfig(folder)
    return new FunctionPool({
      name,
      entry: join(folder, 'index.js'),
      config,
      instances: config.instances ?? this.options.instances,
      environment: (id) => this.#environment(name, id),
      nextId: () => ++this.#lastId,
      clockOffset: this.options.clockOffset,
      register: this.#register,
    })
  }

  /** What leads the unmodified SDK to this server; see README, "How the SDK is redirected". */
  #environment(name: string, id: number): Record<string, string> {
    return {
      ...(process.env.PATH === undefined ? {} : { PATH: process.env.PATH }),
      ...this.options.environment,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${this.options.url()}/admin/i${id}` }),
      TCB_ENV: 'local',
      SCF_NAMESPACE: 'local',
      SCF_FUNCTIONNAME: name,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      SILENCE: 'true',
    }
  }
}
