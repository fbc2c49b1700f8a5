import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Identity } from '../functions/identity'

/** Both say the same here: a person of a mini-program is never anonymous. */
const signedIn = ['auth != null', "auth.loginType != 'ANONYMOUS' && auth != null"] as const

/** CloudBase's security rules of functions: who may call which from a page. `*` is for all that are not named. */
const Rules = v.record(v.string(), v.strictObject({ invoke: v.union([v.boolean(), v.picklist(signedIn)]) }))
export type FunctionRules = v.InferOutput<typeof Rules>

/** Reads a rules file, e.g. `{"*": {"invoke": false}, "shop": {"invoke": "auth != null"}}`. Throws an Error that names file and field. */
export function readFunctionRules(file: string): FunctionRules {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`function rules: ${file}: ${cause instanceof Error ? cause.message : cause}`)
  }
  const parsed = v.safeParse(Rules, content)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`function rules: ${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
}

/** Whether a page may call the function. Rules bind pages only, not timers, pushes, HTTP access or other functions. */
export function mayInvoke(rules: FunctionRules, name: string, identity: Identity): boolean {
  const { invoke } = (Object.hasOwn(rules, name) ? rules[name] : rules['*']) ?? { invoke: true }
  return typeof invoke === 'boolean' ? invoke : identity.openid !== undefined
}
