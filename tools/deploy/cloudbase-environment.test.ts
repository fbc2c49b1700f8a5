import { mkdtempSync, writeFileSync } from 'node:fs'
import http, { type Server } from 'node:http'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openEnvironment } from './cloudbase-environment'

/**
 * The unmodified manager library against a server that records what it is asked and answers as Tencent's API
 * documentation says. What the real platform answers is not proven here.
 */
interface Asked {
  host: string
  action: string
  body: Record<string, unknown>
}

let server: Server
let asked: Asked[] = []
let answers: Record<string, (body: Record<string, unknown>) => object> = {}

const environmentInfo = {
  EnvInfo: {
    EnvBaseInfo: {
      EnvId: 'campaign-test',
      Databases: [{ InstanceId: 'tnt-1' }],
      Functions: [{ Namespace: 'campaign-test', Region: 'ap-shanghai' }],
      LogServices: [{ TopicId: 'topic', LogsetId: 'logset' }],
    },
  },
}

beforeAll(async () => {
  server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}')
    const action = String(request.headers['x-tc-action'])
    asked.push({ host: String(request.headers.host), action, body })
    const answer = answers[action]?.(body) ?? {
      Error: { Code: 'InvalidAction', Message: `${action} was not expected` },
    }
    response.end(JSON.stringify({ Response: { RequestId: 'r', ...answer } }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  // The library knows only https://….tencentcloudapi.com: its requests are led here, their headers as they are.
  vi.spyOn(https, 'request').mockImplementation((...args: unknown[]) => {
    const [options] = args
    const { method, path, headers } = Object(options)
    return http.request({ method, path, headers, host: '127.0.0.1', port })
  })
})
afterAll(() => {
  vi.restoreAllMocks()
  server.close()
})
beforeEach(() => {
  asked = []
  answers = {}
  answers.DescribeEnvInfo = () => environmentInfo
})

const open = () =>
  openEnvironment({ environment: 'campaign-test', region: 'ap-shanghai', secretId: 'id', secretKey: 'key' })
const acts = () => asked.filter(({ action }) => action !== 'DescribeEnvInfo')

test('collections are read with their rule and their indexes, those of CloudBase itself left out', async () => {
  answers.ListTables = () => ({
    Tables: [{ TableName: 'drawBooks' }, { TableName: 'somebodyElses' }],
    Pager: { Offset: 0, Limit: 100, Total: 2 },
  })
  answers.DescribeDatabaseACL = () => ({ AclTag: 'ADMINONLY' })
  answers.DescribeTable = () => ({
    Indexes: [
      { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true },
      { Name: 'share', Keys: [{ Name: 'shareId', Direction: '1' }], Unique: true },
    ],
  })
  expect(await open().readCollections(['drawBooks', 'terms'])).toEqual([
    { name: 'drawBooks', access: 'none', indexes: [{ name: 'share', keys: ['shareId'], unique: true }] },
  ])
})

test('a rule of somebody’s own is none of the three', async () => {
  answers.ListTables = () => ({ Tables: [{ TableName: 'terms' }], Pager: { Total: 1 } })
  answers.DescribeDatabaseACL = () => ({ AclTag: 'CUSTOM' })
  answers.DescribeTable = () => ({ Indexes: [] })
  expect((await open().readCollections(['terms']))[0]?.access).toBeNull()
})

test('a collection is created, closed and indexed', async () => {
  for (const action of ['CreateTable', 'ModifyDatabaseACL', 'UpdateTable']) answers[action] = () => ({})
  const environment = open()
  await environment.createCollection('terms')
  await environment.setAccess('terms', 'none')
  await environment.createIndex('terms', { name: 'campaign', keys: ['campaignId', 'version'], unique: true })
  expect(acts().map(({ host, action }) => `${host} ${action}`)).toEqual([
    'tcb.tencentcloudapi.com CreateTable',
    'tcb.tencentcloudapi.com ModifyDatabaseACL',
    'tcb.tencentcloudapi.com UpdateTable',
  ])
  expect(acts()[1]?.body).toEqual({ EnvId: 'campaign-test', CollectionName: 'terms', AclTag: 'ADMINONLY' })
  expect(acts()[2]?.body).toMatchObject({
    TableName: 'terms',
    CreateIndexes: [
      {
        IndexName: 'campaign',
        MgoKeySchema: {
          MgoIndexKeys: [
            { Name: 'campaignId', Direction: '1' },
            { Name: 'version', Direction: '1' },
          ],
          MgoIsUnique: true,
        },
      },
    ],
  })
})

const detail = {
  Status: 'Active',
  Runtime: 'Nodejs18.15',
  Timeout: 60,
  Environment: { Variables: [{ Key: 'FIELD_KEY', Value: 'aa' }] },
  Triggers: [{ TriggerName: 'reveal', Type: 'timer', TriggerDesc: '{"cron":"0 10 0 * * * *"}' }],
}

test('functions are read with their time-out, timers and variables', async () => {
  answers.ListFunctions = () => ({ Functions: [{ FunctionName: 'scheduled' }], TotalCount: 1 })
  answers.GetFunction = () => detail
  expect(await open().readFunctions(['scheduled', 'staff'])).toEqual([
    {
      name: 'scheduled',
      runtime: 'Nodejs18.15',
      timeout: 60,
      timers: [{ name: 'reveal', type: 'timer', config: '0 10 0 * * * *' }],
      variables: { FIELD_KEY: 'aa' },
    },
  ])
})

test('a function is created on Node 18 with its code, time-out and secrets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'door-'))
  writeFileSync(join(folder, 'index.js'), 'exports.main = () => 1')
  answers.CreateFunction = () => ({})
  answers.GetFunction = () => detail
  await open().createFunction('staff', folder, { timeout: 60, variables: { FIELD_KEY: 'aa' } })
  const [create] = acts().filter(({ action }) => action === 'CreateFunction')
  expect(create?.host).toBe('scf.tencentcloudapi.com')
  expect(create?.body).toMatchObject({
    FunctionName: 'staff',
    Namespace: 'campaign-test',
    Runtime: 'Nodejs18.15',
    Handler: 'index.main',
    Timeout: 60,
    InstallDependency: 'TRUE',
    Environment: { Variables: [{ Key: 'FIELD_KEY', Value: 'aa' }] },
  })
  const zip = Buffer.from(String(Object(create?.body.Code).ZipFile), 'base64')
  expect(zip.subarray(0, 2).toString()).toBe('PK')
  expect(zip.includes('index.js')).toBe(true)
}, 20_000)

test('a function gets its settings, then its new code, and is waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'door-'))
  writeFileSync(join(folder, 'index.js'), 'exports.main = () => 2')
  answers.UpdateFunctionConfiguration = () => ({})
  answers.UpdateFunctionCode = () => ({})
  answers.GetFunction = () => detail
  const environment = open()
  await environment.configureFunction('staff', { timeout: 60, variables: { FIELD_KEY: 'aa', LEVEL: 'debug' } })
  await environment.updateFunction('staff', folder)
  const [configure, code] = acts().filter(({ action }) => action.startsWith('Update'))
  expect(configure?.body).toMatchObject({
    FunctionName: 'staff',
    Timeout: 60,
    Environment: {
      Variables: [
        { Key: 'FIELD_KEY', Value: 'aa' },
        { Key: 'LEVEL', Value: 'debug' },
      ],
    },
  })
  expect(code?.body).toMatchObject({ FunctionName: 'staff', Handler: 'index.main', InstallDependency: 'TRUE' })
  expect(acts().at(-1)?.action).toBe('GetFunction')
}, 20_000)

test('timers are made and removed by name', async () => {
  answers.BatchCreateTrigger = () => ({})
  answers.DeleteTrigger = () => ({})
  const environment = open()
  await environment.removeTimer('scheduled', 'reveal')
  await environment.createTimers('scheduled', [{ name: 'reveal', type: 'timer', config: '0 10 0 * * * *' }])
  expect(acts().map(({ action }) => action)).toEqual(['DeleteTrigger', 'BatchCreateTrigger'])
  expect(JSON.parse(String(acts()[1]?.body.Triggers))).toEqual([
    { TriggerName: 'reveal', Type: 'timer', TriggerDesc: '0 10 0 * * * *' },
  ])
})

test('what the platform refuses arrives in its own words', async () => {
  answers.CreateTable = () => ({ Error: { Code: 'LimitExceeded', Message: 'too many tables' } })
  await expect(open().createCollection('terms')).rejects.toThrow('too many tables')
})
