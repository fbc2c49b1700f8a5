import * as v from 'valibot'
import type { Operation } from '#contract/operation'

/** What is wrong with a form, by the field's path in the operation's input: `{ 'phone.code': '请输入 6 位验证码' }`. */
export type Problems = Readonly<Record<string, string>>

/** Checks a form by the very schema that the cloud checks it by, so that each mistake is shown at its field before it is sent. */
export function problemsIn(operation: Operation, input: unknown): Problems {
  const checked = v.safeParse(operation.input, input)
  if (checked.success) return {}
  const problems: Record<string, string> = {}
  for (const issue of checked.issues) {
    const field = v.getDotPath(issue) ?? ''
    problems[field] ??= issue.message
  }
  return problems
}

export const isFlawless = (problems: Problems): boolean => Object.keys(problems).length === 0
