import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openEnvironment } from '../deploy/cloudbase-environment'
import { type Declaration, functionSecrets } from '../deploy/facts'
import { TencentStandIn } from '../deploy/tencent-stand-in.fixture'
import { Remembered } from './remembering-tencent.fixture'
import { bringAbout, compare, type Supplies } from './set-up'
import { showDifferences } from './show'

/** The unmodified manager library; what it asks is compared with the recordings beside this test (`vitest -u` writes them). */
const tencent = new TencentStandIn()
const folder = mkdtempSync(join(tmpdir(), 'set-up-'))
writeFileSync(join(folder, 'index.js'), 'exports.main = () => 1')
let there: Remembered
beforeAll(() => tencent.start())
beforeEach(() => {
  tencent.clear()
  there = new Remembered()
  Object.assign(tencent.answers, there.answers())
})
afterAll(() => {
  tencent.stop()
  rmSync(folder, { recursive: true })
})

const nightly = { name: 'nightly', type: 'timer', config: '0 10 0 * * * *' } as const
const declared: Declaration = {
  collections: [
    { name: 'terms', access: 'none', indexes: [] },
    {
      name: 'drawBooks',
      access: 'none',
      indexes: [
        { name: 'share', keys: ['shareId'], unique: true },
        { name: 'day', keys: ['campaignId', 'drewOn'], unique: false },
      ],
    },
  ],
  doors: [{ name: 'scheduled', folder, config: { permissions: { openapi: [] }, timeout: 60, triggers: [nightly] } }],
  functionRules: { '*': { invoke: false }, customer: { invoke: true } },
  storageAccess: 'read',
  variables: {},
}
const secrets = { PSEUDONYM_KEY: '1a', FIELD_KEY: '2b', LOOKUP_KEY: '3c', POLICY_FEED_KEY: '4d' }
const supplies: Supplies = {
  declared,
  secrets,
  secretFacts: functionSecrets.map((name) => ({ name, form: 'good', trackedIn: [] })),
  variableProblems: [],
  build: { name: 'cloud functions', state: 'fresh' },
}
const quiet = async (_: string, work: () => Promise<string>) => void (await work())

const open = () =>
  openEnvironment({ environment: 'campaign-test', region: 'ap-shanghai', secretId: 'id', secretKey: 'key' })

async function setUp() {
  const environment = open()
  const plan = await compare('campaign-test', environment, supplies)
  expect(plan.problems).toEqual([])
  await bringAbout(plan.steps, environment, secrets, quiet)
  return showDifferences(plan, 'campaign-test').replaceAll(folder, 'FOLDER')
}

/** One line a request. The packed code is different on each machine; that it is there is what counts. */
const recorded = () =>
  tencent.asked
    .map(({ host, version, action, body }) => {
      const text = JSON.stringify(body, (key, value) => (key === 'ZipFile' ? `zip, base64` : value))
      return `${host} ${version} ${action} ${text}\n`
    })
    .join('')
const asksOnly = (...prefixes: string[]) =>
  tencent.asked.every(({ action }) => prefixes.some((prefix) => action.startsWith(prefix)))

test('an empty environment gets everything, in the recorded requests; a second run only looks', async () => {
  expect(await setUp()).toMatchInlineSnapshot(`
    "campaign-test, compared with what is declared here:
      + create collection terms
      + collection terms: closed to clients
      + create collection drawBooks
      + collection drawBooks: closed to clients
      + collection drawBooks: unique index share on shareId
      + collection drawBooks: index day on campaignId, drewOn
      + function rules: {"*":{"invoke":false},"customer":{"invoke":true}}
      ~ stored files: clients may read, instead of another rule
      + create function scheduled from FOLDER, 60 s, with PSEUDONYM_KEY, FIELD_KEY, LOOKUP_KEY, POLICY_FEED_KEY
      + function scheduled: timer nightly (0 10 0 * * * *)
    9 missing, 1 different, 0 not declared."
  `)
  await expect(recorded()).toMatchFileSnapshot('recordings/empty-environment.txt')
  tencent.asked = []
  expect(await setUp()).toBe(
    'campaign-test, compared with what is declared here:\n0 missing, 0 different, 0 not declared.',
  )
  expect(asksOnly('Describe', 'List', 'Get')).toBe(true)
}, 20_000)

test('what differs is changed, what is not declared is told and left', async () => {
  await setUp()
  const drawBooks = there.collections.get('drawBooks')
  const scheduled = there.functions.get('scheduled')
  if (!drawBooks || !scheduled) throw new Error('nothing was set up')
  drawBooks.aclTag = 'ADMINWRITE'
  drawBooks.indexes.push({
    IndexName: 'old',
    MgoKeySchema: { MgoIndexKeys: [{ Name: 'openid', Direction: '1' }], MgoIsUnique: false },
  })
  there.collections.set('theirs', { aclTag: 'PRIVATE', indexes: [] })
  there.functionRules = '{"*":{"invoke":"auth != null"},"probe":{"invoke":true}}'
  there.storageTag = 'CUSTOM'
  Object.assign(scheduled, {
    Timeout: 3,
    Triggers: [
      { TriggerName: 'nightly', Type: 'timer', TriggerDesc: '{"cron":"0 0 0 * * * *"}' },
      { TriggerName: 'hourly', Type: 'timer', TriggerDesc: '{"cron":"0 0 * * * * *"}' },
    ],
  })
  tencent.asked = []
  expect(await setUp()).toMatchInlineSnapshot(`
    "campaign-test, compared with what is declared here:
      ~ collection drawBooks: closed to clients, instead of clients may read
      ~ function rules: {"*":{"invoke":false},"probe":{"invoke":true},"customer":{"invoke":true}}, instead of {"*":{"invoke":"auth != null"},"probe":{"invoke":true}}
      ~ stored files: clients may read, instead of another rule
      ~ function scheduled: 60 s, instead of 3 s
      ~ function scheduled: timer nightly (0 10 0 * * * *), instead of (0 0 0 * * * *)
      ? collection theirs: there and not declared, left alone
      ? index old of collection drawBooks, on openid: there and not declared, left alone
      ? rule of function probe: there and not declared, left alone
      ? timer hourly of function scheduled (0 0 * * * * *): there and not declared, left alone
    0 missing, 5 different, 4 not declared."
  `)
  await expect(recorded()).toMatchFileSnapshot('recordings/differing-environment.txt')
  expect([...there.collections.keys()]).toContain('theirs')
  expect(drawBooks.indexes.map(({ IndexName }) => IndexName)).toContain('old')
  expect(scheduled.Triggers.map(({ TriggerName }) => TriggerName).sort()).toEqual(['hourly', 'nightly'])
  tencent.asked = []
  await setUp()
  expect(asksOnly('Describe', 'List', 'Get')).toBe(true)
}, 30_000)

test('a run that the platform breaks off says what was done; the same again does the rest', async () => {
  const { UpdateTable } = tencent.answers
  tencent.answers.UpdateTable = () => ({ Error: { Code: 'FailedOperation', Message: 'the service is busy' } })
  const failure = await setUp().catch((error: Error) => error.message)
  expect(failure).toContain('the service is busy')
  expect(failure).toContain('Done before it:\n  1/10 create collection terms')
  if (UpdateTable) tencent.answers.UpdateTable = UpdateTable
  expect(await setUp()).toContain('5 missing, 1 different')
  expect(there.collections.get('drawBooks')?.indexes).toHaveLength(2)
}, 20_000)

test('an environment that the platform does not know is one problem, with what to look at', async () => {
  tencent.answers.DescribeEnvInfo = () => ({
    Error: { Code: 'ResourceNotFound', Message: 'env campaign-test not found' },
  })
  const { problems } = await compare('campaign-test', open(), supplies)
  expect(problems).toEqual([
    {
      what: 'could not be read: [DescribeEnvInfo] env campaign-test not found',
      where: 'the environment campaign-test',
      mend: 'Check its id and region in deploy.yaml, the API key and its rights, and the network.',
    },
  ])
})

test('secrets, variables and a build are asked for only where a step takes them', async () => {
  const without: Supplies = {
    ...supplies,
    secrets: {},
    secretFacts: functionSecrets.map((name) => ({ name, form: null, trackedIn: [] })),
    declared: { ...declared, variables: { SUBSCRIBE_MESSAGES: '{}' } },
    variableProblems: [{ what: 'is the example', where: 'deploy.yaml: messages', mend: 'Enter it.' }],
    build: { name: 'cloud functions', state: 'stale' },
  }
  const { problems } = await compare('campaign-test', open(), without)
  expect(problems.map(({ what }) => what)).toEqual([
    ...functionSecrets.map((name) => `${name} is missing`),
    'is the example',
    'was built from other sources than those here now',
  ])
  expect(
    (await compare('campaign-test', open(), { ...without, declared: { ...declared, doors: [] } })).problems,
  ).toEqual([])
})
