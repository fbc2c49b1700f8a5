import { createWriteStream } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type CallLog, CallLogBook, type CallLogFilter } from './call-log'
import { type Clock, openClock } from './clock'
import { readCollectionsFile } from './collections-file'
import { prepareDataFolder } from './data-folder'
import { openDatabase } from './database/database'
import type { FaultRuleInput } from './faults/fault-rule'
import { Faults, readFaultsFile } from './faults/faults'
import { FunctionHost } from './functions/host'
import { watchFunctions } from './functions/hot-reload'
import type { HttpAccessRequest } from './functions/http-access'
import { type Identity, LOCAL_APPID } from './functions/identity'
import type { Answer } from './functions/invocation'
import { Timers } from './functions/timers'
import { AdminGateway } from './gateway/admin'
import { answerClientCall } from './gateway/client'
import { callFromClient } from './gateway/client-call'
import { answerClientDatabase } from './gateway/client-database'
import { answerControl } from './gateway/control'
import { readFunctionRules } from './gateway/function-rules'
import { requireLoopback } from './gateway/guard'
import { homePage } from './gateway/home-page'
import { answerHttpAccess, callByHttp } from './gateway/http-access'
import { answerPerson } from './gateway/person'
import { answerPush, pushMessage } from './gateway/push'
import { createGateway, type Route, type Routes } from './gateway/server'
import { answerStatic, type StaticFolder } from './gateway/static'
import { OpenApi } from './openapi/openapi'
import type { OpenApiCall, SentFilter } from './openapi/record'
import type { Acceptances } from './openapi/subscribe-message'
import { keepLastGood, offerLastGood, restoreLastGood } from './state/last-good'
import { exportState, importState } from './state/whole-state'
import { Storage } from './storage/storage'

export type { CallLog, CallLogFilter } from './call-log'
export { FunctionError } from './functions/function-error'
export type { Identity } from './functions/identity'

export interface LocalCloudOptions {
  /** Folder with `<name>/index.js` and optionally `<name>/config.json`. */
  functions: string
  /** JSON file that declares the collections and their indexes. */
  collections: string
  /** Folder for database, stored files and clock; `':memory:'` keeps nothing. */
  data: string
  /** Empties the data folder first. */
  fresh?: boolean
  /** 0 (the default) takes any free port. */
  port?: number
  /** A loopback address, 127.0.0.1 by default. */
  host?: string
  /** Worker instances per function, created on demand up to this; 4 by default. */
  instances?: number
  /** Further environment of every function instance, such as keys. */
  environment?: Record<string, string>
  /** File with the security rules of functions, which bind pages; without it pages may call all. */
  functionRules?: string
  /** Takes functions anew when their build changes. */
  watch?: boolean
  /** Called with the functions taken anew. */
  onReload?: (names: string[]) => void
  /** File with a state to begin with, as `exportState` writes it; the data folder must be empty. */
  import?: string
  /** Goes back to the state of the last clean stop; what is there now is kept beside it. */
  restore?: boolean
  /** File with faults to begin with. */
  faults?: string
  /** Folders served by the same server. */
  static?: readonly StaticFolder[]
  /** The embedding tool's own pages, asked before the local cloud's page; true when it has answered. */
  routes?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>
  /** false: timers run only by `trigger`. */
  timers?: boolean
  /** false: the first instance of a function starts with its first call, not with the server. */
  warm?: boolean
}

export interface CallOutcome {
  result: unknown
  requestId: string
  databaseOperations: number
  durationMs: number
}

/** A running local cloud. Calls reject with FunctionError when the function fails, times out or does not exist. */
export interface LocalCloud {
  url: string
  port: number
  /** As `wx.cloud.callFunction`. */
  call(name: string, data: unknown, identity?: Identity): Promise<CallOutcome>
  /** As a request to the function's HTTP access address. */
  http(
    name: string,
    request: HttpAccessRequest,
  ): Promise<{ statusCode: number; headers: Record<string, string>; body: string }>
  /** As a message push of the official account or mini-program; answers what the function returned. */
  push(name: string, message: Record<string, unknown>): Promise<unknown>
  /** Runs a timer now. */
  trigger(name: string, timerName: string): Promise<CallOutcome>
  clock: Clock
  /** Resolves when the timers started by the clock have ended. */
  timersSettled(): Promise<void>
  /** What `<button open-type="getPhoneNumber">` gives the page: a code for phonenumber.getPhoneNumber, once, within five minutes. */
  issuePhoneCode(phone: string, openid?: string): string
  /** A person's yes to `count` (1) messages of a template, as through wx.requestSubscribeMessage. Returns how many are left. */
  acceptSubscription(openid: string, templateId: string, count?: number): number
  /** What was accepted and how much of it is left. */
  acceptances(): Acceptances[]
  /** A cloudID for `cloud.getOpenData`, and what it stands for. */
  issueCloudId(data: unknown): string
  /** security.msgSecCheck finds these words risky, and nothing else. */
  setRiskyWords(words: readonly string[]): void
  /** The openapi calls of the functions with what they sent, newest first; `{api: 'subscribeMessage.send', ok: true}` are the messages sent. */
  sent(filter?: SentFilter): OpenApiCall[]
  /** Newest first, 100 unless `limit` says otherwise. */
  logs(filter?: CallLogFilter): CallLog[]
  /** The whole state as one text file: clock, documents, stored files, what was sent. */
  exportState(file: string): Promise<void>
  /** Troubles on demand: replaces them all, none for an empty list. `seed` makes the same ones strike again. */
  setFaults(rules: readonly FaultRuleInput[], seed?: number): void
  /** The faults with how often each has struck. */
  faults(): ReturnType<Faults['list']>
  /** Ends instances abruptly, as a crash would. */
  killInstances(name?: string): Promise<void>
  stop(): Promise<void>
}

/** Starts CloudBase on this machine. Rejects when a folder, file or declaration cannot be used, or the port is taken (EADDRINUSE). */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const address = options.host ?? '127.0.0.1'
  requireLoopback(address)
  if (options.data !== ':memory:') {
    prepareDataFolder(options.data, options.fresh ?? false)
    if (options.restore === true) restoreLastGood(options.data, Date.now())
  }

  let url = ''
  let timersRun = false
  const log = new CallLogBook()
  const clock = openClock(options.data, () => {
    if (timersRun) timers.clockMoved()
  })
  const host = new FunctionHost({
    folder: options.functions,
    instances: options.instances ?? 4,
    environment: options.environment ?? {},
    url: () => url,
    now: clock.now,
    clockOffset: clock.offset,
    log,
  })
  const timers = new Timers(host, clock.now)
  const declaration = readCollectionsFile(options.collections)
  const rules = options.functionRules === undefined ? {} : readFunctionRules(options.functionRules)
  const database = await openDatabase({
    folder: options.data,
    declaration,
    now: clock.now,
  }).catch((failure: unknown) => {
    throw explainedDamage(failure, options.data)
  })
  const storage = new Storage(options.data, () => url)
  const faults = new Faults()
  if (options.faults !== undefined) {
    const plan = readFaultsFile(options.faults)
    faults.set(plan.faults, plan.seed)
  }
  const openApi = new OpenApi({ folder: options.data, now: clock.now, url: () => url, appid: LOCAL_APPID, faults })
  const admin = new AdminGateway(database, host, storage, openApi, faults)
  const { operations } = admin
  const door = { host, faults, rules }
  /** For whoever calls without being a person in WeChat. */
  const tools = { host, faults, rules: {} }
  const accessOf = new Map(declaration.collections.map(({ name, access }) => [name, access]))

  const parts = { database, storage, openApi, clock }
  if (options.import !== undefined) {
    try {
      await importState(options.import, parts)
    } catch (failure) {
      await database.close()
      throw failure
    }
  }

  const home: Route = (request, response) =>
    homePage({ clock, log, host, timers, collections: () => database.collections() }, request, response)
  const routes: Routes = {
    prefixes: [
      ['/admin', (request, response) => admin.answer(request, response)],
      ['/client/call', (request, response) => answerClientCall(door, request, response)],
      ['/client/database', (request, response) => answerClientDatabase(database, accessOf, request, response)],
      ['/client/', (request, response) => answerPerson(openApi, request, response)],
      ['/http/', (request, response) => answerHttpAccess(host, request, response)],
      ['/push/', (request, response) => answerPush(host, request, response)],
      [
        '/_/',
        (request, response) =>
          answerControl(
            { clock, log, host, timers, operations, openApi, faults, exportState: () => exportState(parts) },
            request,
            response,
          ),
      ],
      ['/storage/', (request, response) => storage.answer(request, response)],
    ],
    others: [
      ...(options.routes === undefined ? [] : [options.routes]),
      (request, response) => answerStatic(options.static ?? [], request, response),
      home,
    ],
  }
  const server = createGateway(() => routes)
  let port: number
  try {
    port = await listen(server, options.port ?? 0, address)
  } catch (error) {
    await database.close()
    throw explainedPort(error, options.port ?? 0)
  }
  url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`
  if (options.timers !== false) {
    timersRun = true
    timers.start()
  }
  if (options.warm !== false) host.warm()

  const unwatch =
    options.watch === true
      ? watchFunctions(host, (names) => {
          timers.reload()
          options.onReload?.(names)
        })
      : () => {}

  async function stop(): Promise<void> {
    unwatch()
    timers.stop()
    await host.close()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    await database.close()
    if (options.data !== ':memory:') await keepLastGood(options.data)
  }
  let stopped: Promise<void> | undefined

  return {
    url,
    port,
    call: async (name, data, identity = {}) =>
      outcome(
        await callFromClient(identity.openid === undefined ? tools : door, name, JSON.stringify(data ?? {}), identity),
      ),
    http: async (name, request) => {
      const answer = await callByHttp(host, name, request)
      return { ...answer, body: answer.body.toString('utf8') }
    },
    push: async (name, message) => JSON.parse(await pushMessage(host, name, message)),
    trigger: async (name, timerName) => outcome(await timers.trigger(name, timerName)),
    clock,
    timersSettled: () => timers.settled(),
    issuePhoneCode: (phone, openid) => openApi.phones.issue(phone, openid),
    acceptSubscription: (openid, templateId, count = 1) => openApi.acceptSubscription(openid, templateId, count),
    acceptances: () => openApi.subscriptions.list(),
    issueCloudId: (data) => openApi.openData.issue(data),
    setRiskyWords: (words) => openApi.security.setRiskyWords(words),
    sent: (filter = {}) => openApi.sent(filter),
    logs: (filter) => log.read(filter),
    exportState: (file) => pipeline(Readable.from(exportState(parts)), createWriteStream(file)),
    setFaults: (rules, seed) => faults.set(rules, seed),
    faults: () => faults.list(),
    killInstances: (name) => host.kill(name),
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

function explainedDamage(failure: unknown, folder: string): unknown {
  if (!(failure instanceof Error) || folder === ':memory:' || !failure.message.includes('damaged')) return failure
  return new Error(`${failure.message}\n${offerLastGood(folder)}`, { cause: failure })
}

/** The error keeps its code, EADDRINUSE or EACCES. */
function explainedPort(failure: unknown, port: number): unknown {
  if (failure instanceof Error && 'code' in failure) {
    if (failure.code === 'EADDRINUSE') {
      failure.message = `port ${port} is taken by another program (EADDRINUSE): stop that one, or choose another port; 0 takes any that is free`
    } else if (failure.code === 'EACCES') {
      failure.message = `port ${port} may not be used by this user (EACCES): choose one above 1023`
    }
  }
  return failure
}

function outcome({ json, ...rest }: Answer): CallOutcome {
  const result: unknown = JSON.parse(json)
  return { result, ...rest }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address.port)
    })
  })
}
