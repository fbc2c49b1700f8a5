import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { CollectionsDeclaration } from './database/declaration'

const Name = v.pipe(v.string(), v.nonEmpty())
const Declaration = v.strictObject({
  $schema: v.optional(v.string()),
  collections: v.array(
    v.strictObject({
      name: Name,
      access: v.picklist(['none', 'read', 'owner']),
      indexes: v.optional(
        v.array(
          v.strictObject({
            name: Name,
            keys: v.pipe(v.array(Name), v.nonEmpty()),
            unique: v.optional(v.boolean(), false),
            geo: v.optional(v.boolean()),
          }),
        ),
      ),
    }),
  ),
})

/** Reads the file that declares collections and indexes. Throws an Error that names file and field. */
export function readCollectionsFile(file: string): CollectionsDeclaration {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`collections: ${file}: ${cause instanceof Error ? cause.message : cause}`)
  }
  const parsed = v.safeParse(Declaration, content)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`collections: ${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
}
