import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const indexSchema = v.object({ name: v.string(), keys: v.array(v.string()), unique: v.boolean() })

/** `cloudfunctions/store/collections.json`: the one declaration for this machine and for production. */
const collectionsSchema = v.object({
  collections: v.array(
    v.object({ name: v.string(), access: v.picklist(['none', 'read', 'owner']), indexes: v.array(indexSchema) }),
  ),
})

const seven = 'is not a timer of seven fields: second minute hour day month weekday year'
const timerSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]{0,59}$/, 'is not a timer name')),
  type: v.literal('timer'),
  config: v.pipe(v.string(), v.regex(/^(\S+ ){6}\S+$/, seven)),
})

/** A door's `config.json`. CloudBase stops a function after 60 seconds at the latest. */
export const functionConfigSchema = v.object({
  permissions: v.object({ openapi: v.array(v.string()) }),
  timeout: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60, 'CloudBase allows 60 seconds at most')),
  triggers: v.optional(v.array(timerSchema), []),
})

/** `cloudfunctions/function-rules.json`: which functions a client may call; `*` is for all that are not named. */
export const functionRulesSchema = v.record(
  v.string(),
  v.object({
    invoke: v.union([v.boolean(), v.picklist(['auth != null', "auth.loginType != 'ANONYMOUS' && auth != null"])]),
  }),
)

/** Stored files are the posters' codes: everyone may read them, functions alone write them. */
export const storageAccess: Access = 'read'

export type Index = v.InferOutput<typeof indexSchema>
export type Collection = v.InferOutput<typeof collectionsSchema>['collections'][number]
export type Access = Collection['access']
export type FunctionRules = v.InferOutput<typeof functionRulesSchema>
export type Timer = v.InferOutput<typeof timerSchema>
export type FunctionConfig = v.InferOutput<typeof functionConfigSchema>

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** @throws ValiError when the project's own declaration is malformed */
export const readCollections = (file: string): Collection[] => v.parse(collectionsSchema, readJson(file)).collections

/** @throws ValiError when the project's own declaration is malformed */
export const readFunctionRules = (file: string): FunctionRules => v.parse(functionRulesSchema, readJson(file))
