import * as v from 'valibot'
import type { Answers } from '../deploy/tencent-stand-in.fixture'

const index = v.object({
  IndexName: v.string(),
  MgoKeySchema: v.object({
    MgoIndexKeys: v.array(v.object({ Name: v.string(), Direction: v.string() })),
    MgoIsUnique: v.boolean(),
  }),
})
const asked = {
  CreateTable: v.object({ TableName: v.string() }),
  ModifyDatabaseACL: v.object({ CollectionName: v.string(), AclTag: v.string() }),
  UpdateTable: v.object({ TableName: v.string(), CreateIndexes: v.array(index) }),
  ModifyResourcePermission: v.object({ SecurityRule: v.string() }),
  ModifyStorageSafeRule: v.object({ AclTag: v.string() }),
  CreateFunction: v.object({ FunctionName: v.string(), Timeout: v.number(), Environment: v.unknown() }),
  UpdateFunctionConfiguration: v.object({ FunctionName: v.string(), Timeout: v.number(), Environment: v.unknown() }),
  BatchCreateTrigger: v.object({
    FunctionName: v.string(),
    Triggers: v.pipe(
      v.string(),
      v.parseJson(),
      v.array(v.object({ TriggerName: v.string(), Type: v.string(), TriggerDesc: v.string() })),
    ),
  }),
  DeleteTrigger: v.object({ FunctionName: v.string(), TriggerName: v.string() }),
  named: v.object({ FunctionName: v.string() }),
  table: v.object({ TableName: v.string() }),
  collection: v.object({ CollectionName: v.string() }),
}

interface FunctionThere {
  Timeout: number
  Environment: unknown
  Triggers: { TriggerName: string; Type: string; TriggerDesc: string }[]
}

/** What Tencent's API would remember of an environment, to be looked at and changed behind the library's back. */
export class Remembered {
  collections = new Map<string, { aclTag: string; indexes: v.InferOutput<typeof index>[] }>()
  functions = new Map<string, FunctionThere>()
  functionRules: string | null = null
  storageTag = 'READONLY'

  answers(): Answers {
    const collection = (name: string) => found(this.collections, name)
    const door = (name: string) => found(this.functions, name)
    return {
      ListTables: () => ({
        Tables: [...this.collections.keys()].map((TableName) => ({ TableName })),
        Pager: { Total: this.collections.size },
      }),
      DescribeDatabaseACL: (body) => ({
        AclTag: collection(v.parse(asked.collection, body).CollectionName).aclTag,
      }),
      DescribeTable: (body) => ({
        Indexes: collection(v.parse(asked.table, body).TableName).indexes.map(({ IndexName, MgoKeySchema }) => ({
          Name: IndexName,
          Keys: MgoKeySchema.MgoIndexKeys,
          Unique: MgoKeySchema.MgoIsUnique,
        })),
      }),
      CreateTable: (body) => {
        // As on CloudBase: a new collection is open to clients until its rule is set.
        this.collections.set(v.parse(asked.CreateTable, body).TableName, { aclTag: 'PRIVATE', indexes: [] })
        return {}
      },
      ModifyDatabaseACL: (body) => {
        const { CollectionName, AclTag } = v.parse(asked.ModifyDatabaseACL, body)
        collection(CollectionName).aclTag = AclTag
        return {}
      },
      UpdateTable: (body) => {
        const { TableName, CreateIndexes } = v.parse(asked.UpdateTable, body)
        collection(TableName).indexes.push(...CreateIndexes)
        return {}
      },
      DescribeResourcePermission: () => {
        const PermissionList = this.functionRules === null ? [] : [{ SecurityRule: this.functionRules }]
        return { Data: { TotalCount: PermissionList.length, PermissionList } }
      },
      ModifyResourcePermission: (body) => {
        this.functionRules = v.parse(asked.ModifyResourcePermission, body).SecurityRule
        return { Data: { Success: true } }
      },
      DescribeStorageSafeRule: () => ({ AclTag: this.storageTag }),
      ModifyStorageSafeRule: (body) => {
        this.storageTag = v.parse(asked.ModifyStorageSafeRule, body).AclTag
        return {}
      },
      ListFunctions: () => ({
        Functions: [...this.functions.keys()].map((FunctionName) => ({ FunctionName })),
        TotalCount: this.functions.size,
      }),
      GetFunction: (body) => ({
        Status: 'Active',
        Runtime: 'Nodejs18.15',
        ...door(v.parse(asked.named, body).FunctionName),
      }),
      CreateFunction: (body) => {
        const { FunctionName, Timeout, Environment } = v.parse(asked.CreateFunction, body)
        this.functions.set(FunctionName, { Timeout, Environment, Triggers: [] })
        return {}
      },
      UpdateFunctionConfiguration: (body) => {
        const { FunctionName, Timeout, Environment } = v.parse(asked.UpdateFunctionConfiguration, body)
        Object.assign(door(FunctionName), { Timeout, Environment })
        return {}
      },
      BatchCreateTrigger: (body) => {
        const { FunctionName, Triggers } = v.parse(asked.BatchCreateTrigger, body)
        // As the platform gives a timer's expression back.
        const kept = Triggers.map((one) => ({ ...one, TriggerDesc: JSON.stringify({ cron: one.TriggerDesc }) }))
        door(FunctionName).Triggers.push(...kept)
        return {}
      },
      DeleteTrigger: (body) => {
        const { FunctionName, TriggerName } = v.parse(asked.DeleteTrigger, body)
        const there = door(FunctionName)
        there.Triggers = there.Triggers.filter((one) => one.TriggerName !== TriggerName)
        return {}
      },
    }
  }
}

function found<T>(all: Map<string, T>, name: string): T {
  const one = all.get(name)
  if (one === undefined) throw new Error(`there is no ${name}`)
  return one
}
