import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type AdminRequest,
  type CollectionDeclaration,
  type Database,
  type DatabaseOptions,
  openDatabase,
} from '#localcloud/database/database'

export type Fields = Record<string, unknown>
type Stats = { stats: { updated: number; created: number; removed: number } }

/** What the tests use of wx-server-sdk's database; its own types are of before promises and transactions. */
interface SdkDocument {
  get(): Promise<{ data: Fields }>
  set(options: { data: Fields }): Promise<Stats>
  update(options: { data: Fields }): Promise<Stats>
  remove(): Promise<Stats>
  field(fields: Fields): SdkDocument
}
interface SdkQuery {
  where(condition: unknown): SdkQuery
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery
  skip(count: number): SdkQuery
  limit(count: number): SdkQuery
  field(fields: Fields): SdkQuery
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields; multi?: boolean }): Promise<Stats>
  remove(options?: { multi?: boolean }): Promise<Stats>
}
type Stages =
  | 'addFields'
  | 'count'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind'
type SdkAggregate = { [Stage in Stages]: (value: unknown) => SdkAggregate } & {
  end(): Promise<{ list: Fields[] }>
}
export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument
  add(options: { data: Fields | Fields[] }): Promise<{ _id: string; _ids: string[] }>
  aggregate(): SdkAggregate
}
export interface SdkTransaction {
  collection(name: string): SdkCollection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}
type Operators =
  | 'addToSet'
  | 'all'
  | 'and'
  | 'elemMatch'
  | 'eq'
  | 'exists'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'lte'
  | 'max'
  | 'min'
  | 'mod'
  | 'mul'
  | 'neq'
  | 'nin'
  | 'not'
  | 'or'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'size'
  | 'unshift'
type Accumulators = 'dateToString' | 'max' | 'push' | 'sum'
/** A command, which can be chained: `_.gte(1).and(_.lte(5))`. */
interface Command {
  and(other: unknown): Command
  or(other: unknown): Command
}
type Operator = (...operands: unknown[]) => Command
export interface SdkDatabase {
  command: { [Name in Operators]: Operator } & { aggregate: { [Name in Accumulators]: Operator } }
  collection(name: string): SdkCollection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  runTransaction<Result>(run: (transaction: SdkTransaction) => Promise<Result>, times?: number): Promise<Result>
  startTransaction(): Promise<SdkTransaction>
}

export interface OpenedSdk {
  db: SdkDatabase
  database: Database
  /** The actions that reached the server, newest last. */
  requests: AdminRequest[]
  close(): Promise<void>
}

/** A database with the given collections, and the real SDK speaking to it over HTTP as within a cloud function. */
export async function openSdk(
  collections: CollectionDeclaration[],
  options: Partial<DatabaseOptions> = {},
): Promise<OpenedSdk> {
  const database = await openDatabase({ folder: ':memory:', declaration: { collections }, now: Date.now, ...options })
  const server = await serveDatabase(database)
  const db = await sdkAt(server.url)
  return {
    db,
    database,
    requests: server.requests,
    close: async () => {
      await server.close()
      await database.close()
    },
  }
}

export const declared = (name: string, ...indexes: [string, string[], 'unique'?][]): CollectionDeclaration => ({
  name,
  access: 'none',
  indexes: indexes.map(([index, keys, unique]) => ({ name: index, keys, unique: unique === 'unique' })),
})

/** The error a call ends in; fails when it succeeds. */
export async function failureOf(call: Promise<unknown>): Promise<{ errCode: number; errMsg: string; message: string }> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if (!('error' in outcome)) throw new Error(`expected a failure, got ${JSON.stringify(outcome.value)}`)
  const { error } = outcome
  const read = (name: string): unknown => (typeof error === 'object' && error ? Reflect.get(error, name) : undefined)
  return {
    errCode: Number(read('errCode')),
    errMsg: String(read('errMsg') ?? read('message')),
    message: String(read('message')),
  }
}

interface AdminServer {
  url: string
  requests: AdminRequest[]
  close(): Promise<void>
}

/** The smallest server the SDK needs for the database: POST /admin, answered by the engine. */
export async function serveDatabase(database: Database): Promise<AdminServer> {
  const requests: AdminRequest[] = []
  const server: Server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    requests.push(body)
    const reply = await database.handle(body)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(reply))
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${addressOf(server).port}/admin`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const addressOf = (server: Server): AddressInfo => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address
}

async function bodyOf(request: IncomingMessage): Promise<AdminRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

async function sdkAt(url: string): Promise<SdkDatabase> {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    SILENCE: 'true',
  })
  const { default: cloud } = await import('wx-server-sdk')
  Reflect.apply(cloud.init, cloud, [{ env: 'local', keepalive: true, throwOnNotFound: false }])
  const db: unknown = cloud.database()
  return db as SdkDatabase
}
