import { createWriteStream } from 'node:fs'
import type { Server } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CallLogBook } from './call-log'
import { openClock } from './clock'
import { readCollectionsFile } from './collections-file'
import { prepareDataFolder } from './data-folder'
import { openDatabase } from './database/database'
import { Faults, readFaultsFile } from './faults/faults'
import { FunctionHost } from './functions/host'
import { watchFunctions } from './functions/hot-reload'
import { LOCAL_APPID } from './functions/identity'
import type { Answer } from './functions/invocation'
import { Timers } from './functions/timers'
import { AdminGateway } from './gateway/admin'
import { answerClientCall } from './gateway/client'
import { callFromClient } from './gateway/client-call'
import { answerClientDatabase } from './gateway/client-database'
import { answerControl } from './gateway/control'
import { readFunctionRules } from './gateway/function-rules'
import { requireLoopback } from './gateway/guard'
import { answerHttpAccess, answerHttpPath, callByHttp } from './gateway/http-access'
import { answerOwnPage } from './gateway/own-page'
import { answerPerson } from './gateway/person'
import { answerPush, pushMessage } from './gateway/push'
import { createGateway, type Routes } from './gateway/server'
import { answerStatic } from './gateway/static'
import { OpenApi } from './openapi/openapi'
import type { LocalCloudOptions } from './options'
import { answerPageApi, PAGE_API } from './page-api/answer'
import type { PageParts } from './page-api/operation'
import type { CallOutcome, LocalCloud } from './running-cloud'
import { explainedDamage, explainedPort } from './start-failure'
import { keepLastGood, restoreLastGood } from './state/last-good'
import { StateReplacement } from './state/replace-state'
import { exportState, importState, tryState } from './state/whole-state'
import { Storage } from './storage/storage'

export type { CallLog } from './call-log'
export { FunctionError } from './functions/function-error'
export type { Identity } from './functions/identity'
export type { LocalCloudOptions } from './options'
export type { LocalCloud } from './running-cloud'

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
    else timers.reload()
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
  const faults = new Faults(clock.now)
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
      await tryState(options.import, declaration)
      await importState(options.import, parts)
    } catch (failure) {
      await database.close()
      throw failure
    }
  }

  async function withoutTimers(work: () => Promise<void>): Promise<void> {
    const ran = timersRun
    timersRun = false
    timers.stop()
    try {
      await work()
    } finally {
      timers.reload()
      timersRun = ran
      if (ran) timers.start()
    }
  }
  const page: PageParts = {
    ...parts,
    log,
    timers,
    declaration,
    faults,
    door,
    timings: admin.timings,
    replacement: new StateReplacement(parts, { folder: options.data, withoutTimers }),
    about: { functionsFolder: options.functions, dataFolder: options.data, startedAt: Date.now() },
  }
  const routes: Routes = {
    prefixes: [
      ['/admin', (request, response) => admin.answer(request, response)],
      ['/client/call', (request, response) => answerClientCall(door, request, response)],
      ['/client/database', (request, response) => answerClientDatabase(database, accessOf, request, response)],
      ['/client/', (request, response) => answerPerson(openApi, request, response)],
      ['/http/', (request, response) => answerHttpAccess(host, request, response)],
      ['/push/', (request, response) => answerPush(host, request, response)],
      [PAGE_API, (request, response) => answerPageApi(page, request, response)],
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
      (request, response) => answerHttpPath(host, options.httpPaths ?? [], request, response),
      ...(options.routes === undefined ? [] : [options.routes]),
      (request, response) => answerStatic(options.static ?? [], request, response),
      (request, response) => answerOwnPage(options.page, request, response),
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
