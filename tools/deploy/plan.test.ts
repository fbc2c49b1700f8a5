import { expect, describe as group, test } from 'vitest'
import type { Facts } from './facts'
import { customerThere, drawBooks, readyFacts } from './facts.fixture'
import { plan } from './plan'
import { describe } from './step'

const stepsOf = (facts: Facts) => plan(facts).steps.map(describe)
const remote = readyFacts().remote
const withRemote = (change: Partial<NonNullable<Facts['remote']>>): Facts =>
  readyFacts({ remote: remote && { ...remote, ...change } })
const withConfig = (change: Partial<NonNullable<Facts['config']>>): Facts => {
  const { config } = readyFacts()
  return readyFacts({ config: config && { ...config, ...change } })
}

const exampleOf = (name: 'collect-reminder' | 'prize-progress') => {
  const messages = readyFacts().config?.messages
  if (!messages) throw new Error('there is no config')
  return { ...messages, [name]: { ...messages[name], templateId: '0'.repeat(43) } }
}

test('an environment that is as declared gets new code and the upload, nothing else', () => {
  expect(plan(readyFacts()).problems).toEqual([])
  expect(stepsOf(readyFacts())).toEqual([
    'function customer: new code from dist/cloudfunctions/customer',
    'function scheduled: new code from dist/cloudfunctions/scheduled',
    'upload the mini-program: version 0.1.0, “abc”',
  ])
})

test('an empty environment gets everything, the database first and closed before its indexes', () => {
  const facts = withRemote({ collections: [], functions: [], functionRules: null, storageAccess: 'owner' })
  expect(stepsOf(facts)).toEqual([
    'create collection drawBooks',
    'collection drawBooks: closed to clients',
    'collection drawBooks: unique index share on shareId',
    'function rules: {"*":{"invoke":false},"customer":{"invoke":true}}',
    'stored files: clients may read, instead of clients may read and write their own',
    'create function customer from dist/cloudfunctions/customer, 20 s, with PSEUDONYM_KEY, FIELD_KEY, LOOKUP_KEY, POLICY_FEED_KEY, SUBSCRIBE_MESSAGES',
    'create function scheduled from dist/cloudfunctions/scheduled, 60 s, with PSEUDONYM_KEY, FIELD_KEY, LOOKUP_KEY, POLICY_FEED_KEY, SUBSCRIBE_MESSAGES',
    'function scheduled: timer reconcile (0 */5 * * * * *)',
    'upload the mini-program: version 0.1.0, “abc”',
  ])
})

group('the database', () => {
  test('an open collection is closed', () => {
    expect(stepsOf(withRemote({ collections: [{ ...drawBooks, access: 'read' }] }))).toContain(
      'collection drawBooks: closed to clients, instead of clients may read',
    )
  })
  test('a custom rule is replaced by the declared access', () => {
    expect(stepsOf(withRemote({ collections: [{ ...drawBooks, access: null }] }))).toContain(
      'collection drawBooks: closed to clients, instead of another rule',
    )
  })
  test('the same index under another name is enough', () => {
    const indexes = [{ name: 'byShare', keys: ['shareId'], unique: true }]
    expect(plan(withRemote({ collections: [{ ...drawBooks, indexes }] }))).toEqual(plan(readyFacts()))
  })
  test.each([
    ['not unique', { name: 'share', keys: ['shareId'], unique: false }],
    ['on another field', { name: 'share', keys: ['openid'], unique: true }],
  ])('an index that is %s is for a person to replace', (_, index) => {
    const { problems, steps } = plan(withRemote({ collections: [{ ...drawBooks, indexes: [index] }] }))
    expect(problems.map(({ where }) => where)).toEqual(['collection drawBooks in the environment'])
    expect(steps.map(({ act }) => act)).not.toContain('create-index')
  })
  test('pages are not uploaded onto a database that is behind', () => {
    const facts = { ...withRemote({ collections: [] }), actions: ['upload'] as const }
    expect(plan(facts).problems.map(({ mend }) => mend)).toEqual(['npm run deploy -- --env campaign-test --functions'])
  })
})

group('the functions', () => {
  test('a missing secret is set before the new code, the present one is left', () => {
    const facts = withRemote({
      functions: [{ ...customerThere, secrets: { ...customerThere.secrets, FIELD_KEY: 'absent' } }],
    })
    expect(stepsOf(facts).filter((step) => step.startsWith('function customer'))).toEqual([
      'function customer: 20 s, set FIELD_KEY',
      'function customer: new code from dist/cloudfunctions/customer',
    ])
  })
  test.each([
    ['missing', {}],
    ['another one', { SUBSCRIBE_MESSAGES: '{"old":1}' }],
  ])('what deploy.yaml says and is %s there is set, in plain sight of nobody but by name', (_, variables) => {
    const facts = withRemote({ functions: [{ ...customerThere, variables }] })
    expect(stepsOf(facts)[0]).toBe('function customer: 20 s, set SUBSCRIBE_MESSAGES')
  })
  test('a secret is never replaced by another one', () => {
    const facts = withRemote({
      functions: [{ ...customerThere, secrets: { ...customerThere.secrets, FIELD_KEY: 'different' } }],
    })
    expect(plan(facts).problems.map(({ what, where }) => `${where}: ${what}`)).toEqual([
      'function customer in the environment: FIELD_KEY is another one than that at hand',
    ])
    expect(stepsOf(facts).join()).not.toContain('set FIELD_KEY')
  })
  test.each([
    ['Nodejs8.9', 1],
    ['Nodejs16.13', 1],
    ['Nodejs18.15', 0],
    ['Nodejs20.19', 0],
  ])('a function on %s', (runtime, problems) => {
    expect(plan(withRemote({ functions: [{ ...customerThere, runtime }] })).problems).toHaveLength(problems)
  })
  test('a time-out that differs is set', () => {
    expect(stepsOf(withRemote({ functions: [{ ...customerThere, timeout: 3 }] }))[0]).toBe(
      'function customer: 20 s, instead of 3 s',
    )
  })
  test('a changed timer is replaced, an undeclared one told and left', () => {
    const timers = [
      { name: 'reconcile', type: 'timer', config: '0 0 * * * * *' },
      { name: 'old', type: 'timer', config: '0 0 0 * * * *' },
    ] as const
    const facts = withRemote({
      functions: [customerThere, { ...customerThere, name: 'scheduled', timeout: 60, timers: [...timers] }],
    })
    expect(stepsOf(facts).filter((step) => step.includes('timer'))).toEqual([
      'function scheduled: timer reconcile (0 */5 * * * * *), instead of (0 0 * * * * *)',
    ])
    expect(plan(facts).undeclared).toEqual(['timer old of function scheduled (0 0 0 * * * *)'])
  })
})

group('the rules', () => {
  test('a rule that differs is set, and one of a function that is none of ours stays', () => {
    const functionRules = { '*': { invoke: 'auth != null' as const }, probe: { invoke: true } }
    expect(stepsOf(withRemote({ functionRules }))[0]).toBe(
      'function rules: {"*":{"invoke":false},"probe":{"invoke":true},"customer":{"invoke":true}}, instead of {"*":{"invoke":"auth != null"},"probe":{"invoke":true}}',
    )
    expect(plan(withRemote({ functionRules })).undeclared).toEqual(['rule of function probe'])
  })
  test('stored files under a custom rule get the declared access', () => {
    expect(stepsOf(withRemote({ storageAccess: null }))[0]).toBe(
      'stored files: clients may read, instead of another rule',
    )
  })
})

test('what is there and not declared is told and is no step', () => {
  const extra = { name: 'old', keys: ['openid'], unique: false }
  const facts = withRemote({
    collectionNames: ['drawBooks', 'theirs'],
    functionNames: ['customer', 'scheduled', 'probe'],
    collections: [{ ...drawBooks, indexes: [...drawBooks.indexes, extra] }],
  })
  expect(plan(facts).undeclared).toEqual([
    'collection theirs',
    'index old of collection drawBooks, on openid',
    'function probe',
  ])
  expect(plan(facts).steps).toEqual(plan(readyFacts()).steps)
})

group('what is in the way', () => {
  const secrets = (name: string, change: object) =>
    readyFacts({ secrets: readyFacts().secrets.map((one) => (one.name === name ? { ...one, ...change } : one)) })

  test.each<[string, Facts, where: string]>([
    ['the example’s app id', withConfig({ appId: 'wx0000000000000000' }), 'deploy.yaml: appId'],
    ['an environment that is not listed', withConfig({ environments: {} }), 'deploy.yaml: environments'],
    ['touristappid', readyFacts({ projectAppId: 'touristappid' }), 'project.config.json: appid'],
    ['a secret that is missing', secrets('FIELD_KEY', { form: null }), 'the process environment and .local/deploy.env'],
    ['a secret under git', secrets('FIELD_KEY', { trackedIn: ['notes.md'] }), 'notes.md'],
    ['a stale build', readyFacts({ builds: [{ name: 'weapp', state: 'stale' }] }), 'the build of weapp'],
    ['a build for elsewhere', readyFacts({ builtForEnvironment: false }), 'the build of weapp'],
    ['no campaign', withRemote({ termsInForce: null }), 'campaign-test'],
    ['a faulty campaign file', readyFacts({ campaignFile: { file: 'a.yaml', problems: 2 } }), 'a.yaml'],
    ['a use that is not declared', withConfig({ privacy: [] }), 'deploy.yaml: privacy'],
    ['a declaration without a use', readyFacts({ privacyUses: [] }), 'deploy.yaml: privacy'],
    ['an interface that is not granted', withConfig({ openApi: {} }), 'deploy.yaml: openApi.customer'],
    [
      'the example’s template',
      withConfig({ messages: exampleOf('prize-progress') }),
      'deploy.yaml: messages.prize-progress.templateId',
    ],
    ['what reading found', readyFacts({ found: [{ what: 'a', where: 'b', mend: 'c' }] }), 'b'],
  ])('%s', (_, facts, where) => {
    const { problems } = plan(facts)
    expect(problems.map((problem) => problem.where)).toContain(where)
    for (const problem of problems) expect(problem.mend.length).toBeGreaterThan(0)
  })

  test('all of it comes in one pass', () => {
    const facts = {
      ...withConfig({ privacy: [], openApi: {} }),
      projectAppId: 'touristappid',
      builtForEnvironment: false,
    }
    expect(plan(facts).problems.map(({ where }) => where)).toEqual([
      'project.config.json: appid',
      'the build of weapp',
      'deploy.yaml: privacy',
      'deploy.yaml: openApi.customer',
    ])
  })
  test('a campaign file that holds stands for a campaign that is not published yet', () => {
    const facts = { ...withRemote({ termsInForce: null }), campaignFile: { file: 'a.yaml', problems: 0 } }
    expect(plan(facts).problems).toEqual([])
  })
  test('the upload key is needed for a release only', () => {
    const facts = { ...secrets('WECHAT_UPLOAD_KEY', { form: null }), actions: ['functions'] as const }
    expect(plan(facts).problems).toEqual([])
  })
})

test('the uploader is fetched once, and only for a release', () => {
  const absent = { uploader: { wanted: '2.1.42', installed: null } }
  expect(plan(readyFacts({ ...absent, actions: ['preview'] })).steps.map(({ act }) => act)).toEqual([
    'fetch-uploader',
    'preview',
  ])
  expect(plan(readyFacts({ ...absent, actions: ['functions'] })).steps.map(({ act }) => act)).not.toContain(
    'fetch-uploader',
  )
})
