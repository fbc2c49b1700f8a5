import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openEnvironment } from './cloudbase-environment'
import { TencentStandIn } from './tencent-stand-in.fixture'

const tencent = new TencentStandIn()
beforeAll(() => tencent.start())
beforeEach(() => tencent.clear())
afterAll(() => tencent.stop())

const open = () =>
  openEnvironment({ environment: 'campaign-test', region: 'ap-shanghai', secretId: 'id', secretKey: 'key' })
const acts = () => tencent.acts()

test('a collection is read with its rule and its indexes, those of CloudBase itself left out', async () => {
  tencent.answers.DescribeDatabaseACL = () => ({ AclTag: 'ADMINONLY' })
  tencent.answers.DescribeTable = () => ({
    Indexes: [
      { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true },
      { Name: 'share', Keys: [{ Name: 'shareId', Direction: '1' }], Unique: true },
    ],
  })
  expect(await open().readCollection('drawBooks')).toEqual({
    name: 'drawBooks',
    access: 'none',
    indexes: [{ name: 'share', keys: ['shareId'], unique: true }],
  })
})

test('collections and functions are listed to the last page', async () => {
  const page = (offset: unknown) => (offset === 0 ? ['a', 'b'] : ['c'])
  tencent.answers.ListTables = ({ MgoOffset }) => ({
    Tables: page(MgoOffset).map((TableName) => ({ TableName })),
    Pager: { Total: 3 },
  })
  tencent.answers.ListFunctions = ({ Offset }) => ({
    Functions: page(Offset).map((FunctionName) => ({ FunctionName })),
    TotalCount: 3,
  })
  expect(await open().listCollections()).toEqual(['a', 'b', 'c'])
  expect(await open().listFunctions()).toEqual(['a', 'b', 'c'])
})

test('a rule of somebody’s own is none of the three', async () => {
  tencent.answers.DescribeDatabaseACL = () => ({ AclTag: 'CUSTOM' })
  tencent.answers.DescribeTable = () => ({ Indexes: [] })
  tencent.answers.DescribeStorageSafeRule = () => ({ AclTag: 'CUSTOM', Rule: '{}' })
  expect((await open().readCollection('terms')).access).toBeNull()
  expect(await open().readStorageAccess()).toBeNull()
})

test.each([
  ['none set', [], null],
  ['ours', [{ SecurityRule: '{"*":{"invoke":false}}' }], { '*': { invoke: false } }],
])('rules of functions: %s', async (_, PermissionList, rules) => {
  tencent.answers.DescribeResourcePermission = () => ({ Data: { TotalCount: PermissionList.length, PermissionList } })
  expect(await open().readFunctionRules()).toEqual(rules)
})

test('rules of functions and files are set', async () => {
  tencent.answers.ModifyResourcePermission = () => ({ Data: { Success: true } })
  tencent.answers.ModifyStorageSafeRule = () => ({})
  await open().setFunctionRules({ '*': { invoke: false } })
  await open().setStorageAccess('read')
  expect(acts().map(({ body }) => body)).toEqual([
    {
      EnvId: 'campaign-test',
      ResourceType: 'function',
      Permission: 'CUSTOM',
      SecurityRule: '{"*":{"invoke":false}}',
    },
    { EnvId: 'campaign-test', Bucket: 'files', AclTag: 'ADMINWRITE' },
  ])
})

test('a collection is created, closed and indexed', async () => {
  for (const action of ['CreateTable', 'ModifyDatabaseACL', 'UpdateTable']) tencent.answers[action] = () => ({})
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

test('a function is read with its time-out, timers and variables', async () => {
  tencent.answers.GetFunction = () => detail
  expect(await open().readFunction('scheduled')).toEqual({
    name: 'scheduled',
    runtime: 'Nodejs18.15',
    timeout: 60,
    timers: [{ name: 'reveal', type: 'timer', config: '0 10 0 * * * *' }],
    variables: { FIELD_KEY: 'aa' },
  })
})

test('a function is created on Node 18 with its code, time-out and secrets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'door-'))
  writeFileSync(join(folder, 'index.js'), 'exports.main = () => 1')
  tencent.answers.CreateFunction = () => ({})
  tencent.answers.GetFunction = () => detail
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
  tencent.answers.UpdateFunctionConfiguration = () => ({})
  tencent.answers.UpdateFunctionCode = () => ({})
  tencent.answers.GetFunction = () => detail
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
  tencent.answers.BatchCreateTrigger = () => ({})
  tencent.answers.DeleteTrigger = () => ({})
  const environment = open()
  await environment.removeTimer('scheduled', 'reveal')
  await environment.createTimers('scheduled', [{ name: 'reveal', type: 'timer', config: '0 10 0 * * * *' }])
  expect(acts().map(({ action }) => action)).toEqual(['DeleteTrigger', 'BatchCreateTrigger'])
  expect(JSON.parse(String(acts()[1]?.body.Triggers))).toEqual([
    { TriggerName: 'reveal', Type: 'timer', TriggerDesc: '0 10 0 * * * *' },
  ])
})

test('what the platform refuses arrives in its own words', async () => {
  tencent.answers.CreateTable = () => ({ Error: { Code: 'LimitExceeded', Message: 'too many tables' } })
  await expect(open().createCollection('terms')).rejects.toThrow('too many tables')
})
