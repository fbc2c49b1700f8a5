import type { Collection } from './declared'
import { type Declaration, type EnvironmentFacts, type Facts, functionSecrets } from './facts'
import type { FunctionState } from './ports'

export const drawBooks: Collection = {
  name: 'drawBooks',
  access: 'none',
  indexes: [{ name: 'share', keys: ['shareId'], unique: true }],
}

const reconcile = { name: 'reconcile', type: 'timer', config: '0 */5 * * * * *' } as const

export const customerThere: EnvironmentFacts['functions'][number] = {
  name: 'customer',
  runtime: 'Nodejs18.15',
  timeout: 20,
  timers: [],
  secrets: { PSEUDONYM_KEY: 'same', FIELD_KEY: 'same', LOOKUP_KEY: 'same', POLICY_FEED_KEY: 'same' },
  variables: { SUBSCRIBE_MESSAGES: '{}' },
}

export const declared: Declaration = {
  collections: [drawBooks],
  doors: [
    {
      name: 'customer',
      folder: 'dist/cloudfunctions/customer',
      config: { permissions: { openapi: ['wxacode.getUnlimited'] }, timeout: 20, triggers: [] },
    },
    {
      name: 'scheduled',
      folder: 'dist/cloudfunctions/scheduled',
      config: { permissions: { openapi: [] }, timeout: 60, triggers: [reconcile] },
    },
  ],
  functionRules: { '*': { invoke: false }, customer: { invoke: true } },
  storageAccess: 'read',
  variables: { SUBSCRIBE_MESSAGES: '{}' },
}

const template = { templateId: 'A'.repeat(43), prize: 'thing1', on: 'date2', note: 'thing3' }

/** An environment in which everything is as declared, and a project that is ready. */
export function readyFacts(change: Partial<Facts> = {}): Facts {
  return {
    environment: 'campaign-test',
    actions: ['functions', 'upload'],
    config: {
      appId: 'wx0123456789abcdef',
      robot: 1,
      environments: { 'campaign-test': { region: 'ap-shanghai' } },
      categories: [{ name: '金融业-保险', proof: '经营保险业务许可证' }],
      privacy: [{ item: '剪切板', purpose: '复制校验码' }],
      openApi: { customer: ['wxacode.getUnlimited'] },
      messages: { 'collect-reminder': template, 'prize-progress': template },
    },
    projectAppId: 'wx0123456789abcdef',
    secrets: (
      ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', ...functionSecrets, 'WECHAT_UPLOAD_KEY'] as const
    ).map((name) => ({ name, form: 'good', trackedIn: [] })),
    builds: [
      { name: 'cloud functions', state: 'fresh' },
      { name: 'weapp', state: 'fresh' },
    ],
    builtForEnvironment: true,
    privacyUses: [{ item: '剪切板', by: 'setClipboardData in src/cloud/platform.ts' }],
    declared,
    remote: {
      collectionNames: ['drawBooks'],
      functionNames: ['customer', 'scheduled'],
      collections: [drawBooks],
      functionRules: declared.functionRules,
      storageAccess: declared.storageAccess,
      functions: [customerThere, { ...customerThere, name: 'scheduled', timeout: 60, timers: [reconcile] }],
      termsInForce: { campaignId: 'autumn', version: 1 },
    },
    campaignFile: null,
    release: { version: '0.1.0', description: 'abc', robot: 1 },
    uploader: { wanted: '2.1.42', installed: '2.1.42' },
    found: [],
    ...change,
  }
}

/** The same environment as a port answers it. */
export const functionState = (change: Partial<FunctionState> = {}): FunctionState => ({
  name: 'customer',
  runtime: 'Nodejs18.15',
  timeout: 20,
  timers: [],
  variables: {},
  ...change,
})
