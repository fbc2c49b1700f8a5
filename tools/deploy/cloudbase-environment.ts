import CloudBase from '@cloudbase/manager-node'
import * as v from 'valibot'
import { type Access, functionRulesSchema, type Index, type Timer } from './declared'
import type { Environment, FunctionSettings } from './ports'
import { findTermsInForce } from './published-terms'

export interface Account {
  environment: string
  region: string
  secretId: string
  secretKey: string
}

/** CloudBase's names for who may do what from a client; functions are never bound by it. */
const aclTags = { none: 'ADMINONLY', read: 'ADMINWRITE', owner: 'PRIVATE' } as const satisfies Record<Access, string>
const aclReply = v.object({ AclTag: v.optional(v.string()) })
/** Null for a custom rule, or a tag that is none of ours. */
function accessOf(tag: string | undefined): Access | null {
  const found = Object.entries(aclTags).find(([, one]) => one === tag)?.[0]
  return found === 'none' || found === 'read' || found === 'owner' ? found : null
}
/** The functions are built for Node 18; miniprogram-ci would create them with Node 8. */
const runtime = 'Nodejs18.15'
const memoryMegabytes = 256
/** Indexes that CloudBase makes for itself. */
const isOwn = (name: string) => name !== '_id_' && !name.startsWith('_openid')
const functionRules = v.pipe(v.string(), v.parseJson(), functionRulesSchema)
const cron = v.pipe(v.string(), v.parseJson(), v.object({ cron: v.string() }))

/** CloudBase through Tencent's manager library. */
export function openEnvironment({ environment, region, secretId, secretKey }: Account): Environment {
  const manager = new CloudBase({ envId: environment, region, secretId, secretKey })
  const { database, functions, permission, storage } = manager

  const readAccess = async (collection: string): Promise<Access | null> => {
    const reply = v.parse(
      aclReply,
      await manager
        .commonService()
        .call({ Action: 'DescribeDatabaseACL', Param: { EnvId: environment, CollectionName: collection } }),
    )
    return accessOf(reply.AclTag)
  }
  const readIndexes = async (collection: string): Promise<Index[]> => {
    const { Indexes = [] } = await database.describeCollection(collection)
    return Indexes.filter(({ Name }) => isOwn(Name)).map(({ Name, Keys, Unique }) => ({
      name: Name,
      keys: Keys.map((key) => key.Name ?? ''),
      unique: Unique,
    }))
  }
  const code = (name: string, folder: string) => ({
    func: { name, runtime, handler: 'index.main', installDependency: true, isWaitInstall: true },
    functionPath: folder,
    deployMode: 'zip' as const,
  })

  return {
    listCollections: () =>
      listNames(async (offset) => {
        const { Collections, Pager } = await database.listCollections({ MgoLimit: 100, MgoOffset: offset })
        return { names: Collections.map(({ CollectionName }) => CollectionName), total: Pager.Total }
      }),
    async readCollection(name) {
      return { name, access: await readAccess(name), indexes: await readIndexes(name) }
    },
    listFunctions: () =>
      listNames(async (offset) => {
        const { Functions, TotalCount } = await functions.getFunctionList(100, offset)
        return { names: Functions.map(({ FunctionName = '' }) => FunctionName), total: TotalCount }
      }),
    async readFunction(name) {
      const found = await functions.getFunctionDetail(name)
      return {
        name,
        runtime: found.Runtime,
        timeout: found.Timeout,
        timers: found.Triggers.filter(({ Type }) => Type === 'timer').map(readTimer),
        variables: Object.fromEntries(found.Environment.Variables.map(({ Key, Value }) => [Key, Value])),
      }
    },
    async readFunctionRules() {
      const { Data } = await permission.describeResourcePermission({ resourceType: 'function' })
      const [found] = Data.PermissionList
      return found?.SecurityRule ? v.parse(functionRules, found.SecurityRule) : null
    },
    readStorageAccess: async () => accessOf(await storage.getStorageAcl()),
    findTermsInForce: () => findTermsInForce({ env: environment, region, secretId, secretKey }),

    async createCollection(name) {
      await database.createCollection(name)
    },
    async setAccess(collection, access) {
      await manager.commonService().call({
        Action: 'ModifyDatabaseACL',
        Param: { EnvId: environment, CollectionName: collection, AclTag: aclTags[access] },
      })
    },
    async createIndex(collection, { name, keys, unique }) {
      const MgoIndexKeys = keys.map((key) => ({ Name: key, Direction: '1' }))
      await database.updateCollection(collection, {
        CreateIndexes: [{ IndexName: name, MgoKeySchema: { MgoIndexKeys, MgoIsUnique: unique } }],
      })
    },
    async createFunction(name, folder, { timeout, variables }: FunctionSettings) {
      const { func, ...rest } = code(name, folder)
      await functions.createFunction({
        ...rest,
        func: { ...func, timeout, memorySize: memoryMegabytes, envVariables: variables },
      })
    },
    async updateFunction(name, folder) {
      await functions.updateFunctionCode(code(name, folder))
    },
    async configureFunction(name, { timeout, variables }) {
      // This one waits until the function is active again, so that new code can follow at once.
      await functions.updateFunctionWithProgress({ name, config: { timeout, envVariables: variables } })
    },
    async setFunctionRules(rules) {
      await permission.modifyResourcePermission({
        resourceType: 'function',
        permission: 'CUSTOM',
        securityRule: JSON.stringify(rules),
      })
    },
    async setStorageAccess(access) {
      await storage.setStorageAcl(aclTags[access])
    },
    async removeTimer(name, timer) {
      await functions.deleteFunctionTrigger(name, timer)
    },
    async createTimers(name, timers) {
      await functions.createFunctionTriggers(name, [...timers])
    },
  }
}

async function listNames(page: (offset: number) => Promise<{ names: string[]; total: number }>): Promise<string[]> {
  const all: string[] = []
  for (;;) {
    const { names, total } = await page(all.length)
    all.push(...names)
    if (names.length === 0 || all.length >= total) return all
  }
}

/** A timer's expression comes back as `{"cron":"…"}`. */
function readTimer({ TriggerName, TriggerDesc }: { TriggerName: string; TriggerDesc: string }): Timer {
  const read = v.safeParse(cron, TriggerDesc)
  return { name: TriggerName, type: 'timer', config: read.success ? read.output.cron : TriggerDesc }
}
