import type { Declaration, EnvironmentFacts } from './facts'
import { sameKeys } from './plan-database'

/** What the environment has beyond the declaration, one line each. */
export function findUndeclared(declared: Declaration, there: EnvironmentFacts): string[] {
  const collections = declared.collections.map(({ name }) => name)
  const functions = declared.doors.map(({ name }) => name)
  return [
    ...there.collectionNames.filter((name) => !collections.includes(name)).map((name) => `collection ${name}`),
    ...declared.collections.flatMap(({ name, indexes }) =>
      (there.collections.find((one) => one.name === name)?.indexes ?? [])
        .filter((index) => !indexes.some((wanted) => wanted.name === index.name || sameKeys(wanted, index)))
        .map((index) => `index ${index.name} of collection ${name}, on ${index.keys.join(', ')}`),
    ),
    ...there.functionNames.filter((name) => !functions.includes(name)).map((name) => `function ${name}`),
    ...Object.keys(there.functionRules ?? {})
      .filter((name) => !Object.hasOwn(declared.functionRules, name))
      .map((name) => `rule of function ${name}`),
    ...declared.doors.flatMap(({ name, config }) =>
      (there.functions.find((one) => one.name === name)?.timers ?? [])
        .filter((timer) => !config.triggers.some((wanted) => wanted.name === timer.name))
        .map((timer) => `timer ${timer.name} of function ${name} (${timer.config})`),
    ),
  ]
}
