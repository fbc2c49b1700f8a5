import { expect, test } from 'vitest'
import { carryOut, type Ports } from './carry-out'
import { functionSecrets } from './facts'
import { functionState } from './facts.fixture'
import type { Environment, FunctionState } from './ports'
import type { Step } from './step'

/** Ports that remember what was asked of them, and refuse one act by name. */
function recorded({ refuses = '', functions = [] as FunctionState[] } = {}) {
  const calls: unknown[][] = []
  const act =
    (name: string) =>
    async (...args: unknown[]) => {
      if (name === refuses) throw new Error('the platform is busy')
      calls.push([name, ...args])
    }
  const environment: Environment = {
    listCollections: async () => [],
    readCollection: async (name) => ({ name, access: 'none', indexes: [] }),
    listFunctions: async () => functions.map(({ name }) => name),
    readFunction: async (name) => functions.find((one) => one.name === name) ?? functionState({ name }),
    readFunctionRules: async () => null,
    readStorageAccess: async () => null,
    findTermsInForce: async () => null,
    createCollection: act('createCollection'),
    setAccess: act('setAccess'),
    createIndex: act('createIndex'),
    createFunction: act('createFunction'),
    updateFunction: act('updateFunction'),
    configureFunction: act('configureFunction'),
    setFunctionRules: act('setFunctionRules'),
    setStorageAccess: act('setStorageAccess'),
    removeTimer: act('removeTimer'),
    createTimers: act('createTimers'),
  }
  const sent = (name: string) => async (release: unknown, file?: string) => {
    await act(name)(release, file)
    return 'main 400 KB'
  }
  const ports: Ports = {
    environment,
    fetchUploader: async () => 'miniprogram-ci',
    openPlatform: () => ({ preview: sent('preview'), upload: sent('upload') }),
  }
  return { ports, calls }
}

const secrets = { PSEUDONYM_KEY: 'aa', FIELD_KEY: 'bb', LOOKUP_KEY: 'cc', POLICY_FEED_KEY: 'dd' }
const quiet = {
  secrets,
  qrCodeFile: 'code.jpg',
  show: async (_: string, work: () => Promise<string>) => void (await work()),
}
const release = { version: '1', description: 'x', robot: 1 }

test('each step does its act, in order', async () => {
  const { ports, calls } = recorded()
  const steps: Step[] = [
    { act: 'create-collection', collection: 'terms' },
    { act: 'set-access', collection: 'terms', access: 'none', there: 'new' },
    {
      act: 'create-function',
      name: 'staff',
      folder: 'dist/staff',
      timeout: 60,
      secrets: [...functionSecrets],
      variables: { SUBSCRIBE_MESSAGES: '{}' },
    },
    { act: 'upload', release },
  ]
  await carryOut(steps, ports, quiet)
  expect(calls).toEqual([
    ['createCollection', 'terms'],
    ['setAccess', 'terms', 'none'],
    ['createFunction', 'staff', 'dist/staff', { timeout: 60, variables: { ...secrets, SUBSCRIBE_MESSAGES: '{}' } }],
    ['upload', release, undefined],
  ])
})

test('setting one secret keeps every other variable of the function', async () => {
  const variables = { PSEUDONYM_KEY: 'theirs', LEVEL: 'debug', SMS_PROVIDER: 'tencent' }
  const { ports, calls } = recorded({ functions: [functionState({ variables })] })
  await carryOut(
    [
      {
        ...{ act: 'configure-function', name: 'customer', timeout: 20, there: 20 },
        ...{ secrets: ['FIELD_KEY'], variables: { LEVEL: 'info' } },
      },
    ],
    ports,
    quiet,
  )
  expect(calls).toEqual([
    ['configureFunction', 'customer', { timeout: 20, variables: { ...variables, FIELD_KEY: 'bb', LEVEL: 'info' } }],
  ])
})

test('a changed timer is taken away and made anew', async () => {
  const { ports, calls } = recorded()
  const timer = { name: 'reveal', type: 'timer', config: '0 10 0 * * * *' } as const
  await carryOut([{ act: 'replace-timer', name: 'scheduled', timer, there: '0 0 0 * * * *' }], ports, quiet)
  expect(calls).toEqual([
    ['removeTimer', 'scheduled', 'reveal'],
    ['createTimers', 'scheduled', [timer]],
  ])
})

test('a failure names the step, what was done before it, and how to go on; nothing after it is tried', async () => {
  const { ports, calls } = recorded({ refuses: 'setAccess' })
  const steps: Step[] = [
    { act: 'create-collection', collection: 'terms' },
    { act: 'set-access', collection: 'terms', access: 'none', there: 'new' },
    { act: 'upload', release },
  ]
  const failure = await carryOut(steps, ports, quiet).catch((error: Error) => error.message)
  expect(failure).toBe(
    [
      'Failed at 2/3 collection terms: closed to clients: the platform is busy',
      'Done before it:',
      '  1/3 create collection terms',
      'Run the same command again to continue: it leaves out what is in place.',
    ].join('\n'),
  )
  expect(calls.map(([name]) => name)).toEqual(['createCollection'])
})

test('no secret is shown', async () => {
  const titles: string[] = []
  const { ports } = recorded({ refuses: 'createFunction' })
  const show = async (title: string, work: () => Promise<string>) => {
    titles.push(title, await work())
  }
  const secret = 'f'.repeat(64)
  const step: Step = {
    act: 'create-function',
    name: 'staff',
    folder: 'd',
    timeout: 60,
    secrets: ['FIELD_KEY'],
    variables: {},
  }
  const means = { ...quiet, secrets: { ...secrets, PSEUDONYM_KEY: secret, FIELD_KEY: secret }, show }
  const failure = await carryOut([step], ports, means).catch((error: Error) => error.message)
  expect(`${titles.join()}${failure}`).not.toContain(secret)
})
