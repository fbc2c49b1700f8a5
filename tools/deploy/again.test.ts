import { expect, test } from 'vitest'
import { carryOut, type Ports } from './carry-out'
import type { Access, FunctionRules } from './declared'
import { functionSecrets } from './facts'
import { declared, drawBooks, readyFacts } from './facts.fixture'
import { plan } from './plan'
import type { CollectionState, Environment, FunctionState } from './ports'
import { askEnvironment, surveyEnvironment } from './remote-facts'

/** An environment that keeps what it is given, and breaks off once at the named act. */
function remembering(breaksOnceAt: keyof Environment) {
  const collections = new Map<string, CollectionState>()
  const functions = new Map<string, FunctionState>()
  let rules: FunctionRules | null = null
  let storage: Access | null = 'owner'
  let broken = false
  const of = <T>(map: Map<string, T>, name: string): T => {
    const found = map.get(name)
    if (!found) throw new Error(`there is no ${name}`)
    return found
  }
  const fragile = (act: keyof Environment) => {
    if (act !== breaksOnceAt || broken) return
    broken = true
    throw new Error('the line broke')
  }
  const add = <T>(map: Map<string, T>, name: string, value: T) => {
    if (map.has(name)) throw new Error(`${name} is there already`)
    map.set(name, value)
  }
  const environment: Environment = {
    listCollections: async () => [...collections.keys()],
    readCollection: async (name) => of(collections, name),
    listFunctions: async () => [...functions.keys()],
    readFunction: async (name) => of(functions, name),
    readFunctionRules: async () => rules,
    readStorageAccess: async () => storage,
    findTermsInForce: async () => ({ campaignId: 'autumn', version: 1 }),
    async setFunctionRules(wanted) {
      fragile('setFunctionRules')
      rules = wanted
    },
    async setStorageAccess(access) {
      storage = access
    },
    async createCollection(name) {
      fragile('createCollection')
      // As on CloudBase: a new collection is open until its rule is set.
      add(collections, name, { name, access: 'owner', indexes: [] })
    },
    async setAccess(name, access) {
      fragile('setAccess')
      of(collections, name).access = access
    },
    async createIndex(name, index) {
      fragile('createIndex')
      of(collections, name).indexes.push(index)
    },
    async createFunction(name, _folder, settings) {
      fragile('createFunction')
      add(functions, name, { name, runtime: 'Nodejs18.15', timers: [], ...settings })
    },
    async updateFunction(name) {
      fragile('updateFunction')
      of(functions, name)
    },
    async configureFunction(name, settings) {
      fragile('configureFunction')
      Object.assign(of(functions, name), settings)
    },
    async removeTimer(name, timer) {
      const state = of(functions, name)
      state.timers = state.timers.filter((one) => one.name !== timer)
    },
    async createTimers(name, timers) {
      fragile('createTimers')
      of(functions, name).timers.push(...timers)
    },
  }
  return environment
}

const secrets = { PSEUDONYM_KEY: 'aa', FIELD_KEY: 'bb', LOOKUP_KEY: 'cc', POLICY_FEED_KEY: 'dd' }
const quiet = {
  secrets,
  qrCodeFile: 'code.jpg',
  show: async (_: string, work: () => Promise<string>) => void (await work()),
}

async function run(environment: Environment) {
  const there = await surveyEnvironment(environment, declared, secrets)
  const remote = { ...there, termsInForce: await environment.findTermsInForce() }
  const { steps, problems } = plan(readyFacts({ remote }))
  expect(problems).toEqual([])
  const ports: Ports = {
    environment,
    fetchUploader: async () => 'there',
    openPlatform: () => ({ preview: async () => 'sent', upload: async () => 'sent' }),
  }
  await carryOut(steps, ports, quiet)
  return steps.map(({ act }) => act)
}

test.each([
  'createCollection',
  'setAccess',
  'createIndex',
  'setFunctionRules',
  'createFunction',
  'createTimers',
] as const)(
  'broken off at %s, the same command again brings it to the end, and once more changes only code',
  async (act) => {
    const environment = remembering(act)
    await expect(run(environment)).rejects.toThrow('the line broke')
    await run(environment)
    expect(await run(environment)).toEqual(['update-function', 'update-function', 'upload'])
    expect(await environment.readCollection('drawBooks')).toEqual(drawBooks)
    for (const name of await environment.listFunctions())
      expect(Object.keys((await environment.readFunction(name)).variables)).toEqual([
        ...functionSecrets,
        'SUBSCRIBE_MESSAGES',
      ])
  },
)

test('an environment that does not answer is one problem, named', async () => {
  const silent: Environment = {
    ...remembering('createCollection'),
    listFunctions: async () => {
      throw new Error('AuthFailure')
    },
  }
  const asked = askEnvironment('campaign-test', () => surveyEnvironment(silent, declared, secrets))
  expect(await asked).toMatchObject({
    what: 'could not be read: AuthFailure',
    where: 'the environment campaign-test',
  })
})
