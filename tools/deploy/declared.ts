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

export type Index = v.InferOutput<typeof indexSchema>
export type Collection = v.InferOutput<typeof collectionsSchema>['collections'][number]
export type Access = Collection['access']
export type Timer = v.InferOutput<typeof timerSchema>
export type FunctionConfig = v.InferOutput<typeof functionConfigSchema>

/** @throws ValiError when the project's own declaration is malformed */
export function readCollections(file: string): Collection[] {
  return v.parse(collectionsSchema, JSON.parse(readFileSync(file, 'utf8'))).collections
}
