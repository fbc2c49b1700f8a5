import CloudBase from '@cloudbase/manager-node'
import * as v from 'valibot'
import type { Access, Index, Timer } from './declared'
import type { CollectionState, Environment, FunctionSettings, FunctionState } from './ports'
import { findTermsInForce } from './published-terms'

export interface Account {
  environment: string
  region: string
  secretId: string
  secretKey: string
}

/** CloudBase's names for who may do what from a client; functions are never bound by it. */
const aclTags: Record<Access, string> = { none: 'ADMINONLY', read: 'ADMINWRITE', owner: 'PRIVATE' }
const aclReply = v.object({ AclTag: v.optional(v.string()) })
/** The functions are built for Node 18; miniprogram-ci would create them with Node 8. */
const runtime = 'Nodejs18.15'
const memoryMegabytes = 256
/** Indexes that CloudBase makes for itself. */
const isOwn = (name: string) => name !== '_id_' && !name.startsWith('_openid')
const cron = v.pipe(v.string(), v.parseJson(), v.object({ cron: v.string() }))

/** CloudBase through Tencent's manager library. */
export function openEnvironment({ environment, region, secretId, secretKey }: Account): Environment {
  const manager = new CloudBase({ envId: environment, region, secretId, secretKey })
  const { database, functions } = manager

  const readAccess = async (collection: string): Promise<Access | null> => {
    const reply = v.parse(
      aclReply,
      await manager
        .commonService()
        .call({ Action: 'DescribeDatabaseACL', Param: { EnvId: environment, CollectionName: collection } }),
    )
    const found = Object.entries(aclTags).find(([, tag]) => tag === reply.AclTag)?.[0]
    return found === 'none' || found === 'read' || found === 'owner' ? found : null
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
    async readCollections(names) {
      const present = await listCollections((offset) => database.listCollections({ MgoLimit: 100, MgoOffset: offset }))
      const states: CollectionState[] = []
      for (const name of names.filter((one) => present.has(one)))
        states.push({ name, access: await readAccess(name), indexes: await readIndexes(name) })
      return states
    },
    async readFunctions(names) {
      const { Functions } = await functions.getFunctionList(100, 0)
      const present = new Set(Functions.map(({ FunctionName }) => FunctionName))
      const states: FunctionState[] = []
      for (const name of names.filter((one) => present.has(one))) {
        const found = await functions.getFunctionDetail(name)
        states.push({
          name,
          runtime: found.Runtime,
          timeout: found.Timeout,
          timers: found.Triggers.filter(({ Type }) => Type === 'timer').map(readTimer),
          variables: Object.fromEntries(found.Environment.Variables.map(({ Key, Value }) => [Key, Value])),
        })
      }
      return states
    },
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
    async removeTimer(name, timer) {
      await functions.deleteFunctionTrigger(name, timer)
    },
    async createTimers(name, timers) {
      await functions.createFunctionTriggers(name, [...timers])
    },
  }
}

async function listCollections(
  page: (offset: number) => Promise<{ Collections: { CollectionName: string }[]; Pager: { Total: number } }>,
): Promise<Set<string>> {
  const names = new Set<string>()
  for (let offset = 0; ; ) {
    const { Collections, Pager } = await page(offset)
    for (const { CollectionName } of Collections) names.add(CollectionName)
    offset += Collections.length
    if (Collections.length === 0 || offset >= Pager.Total) return names
  }
}

/** A timer's expression comes back as `{"cron":"…"}`. */
function readTimer({ TriggerName, TriggerDesc }: { TriggerName: string; TriggerDesc: string }): Timer {
  const read = v.safeParse(cron, TriggerDesc)
  return { name: TriggerName, type: 'timer', config: read.success ? read.output.cron : TriggerDesc }
}
