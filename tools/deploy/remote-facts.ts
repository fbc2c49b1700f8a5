import type { Declaration, EnvironmentFacts, FunctionSecret } from './facts'
import type { Environment } from './ports'
import type { Problem } from './problem'
import type { Secrets } from './secrets'

/** What is there of the declaration, and the names of all else. */
export async function surveyEnvironment(
  environment: Environment,
  declared: Declaration,
  secrets: Secrets,
): Promise<EnvironmentFacts> {
  const functionNames = await environment.listFunctions()
  const collectionNames = await environment.listCollections()
  return {
    collectionNames,
    functionNames,
    collections: await each(declared.collections, collectionNames, (name) => environment.readCollection(name)),
    functions: await each(declared.doors, functionNames, async (name) => {
      const { variables, ...rest } = await environment.readFunction(name)
      return { ...rest, secrets: compare(variables, secrets), variables: declaredOf(declared, variables) }
    }),
    functionRules: await environment.readFunctionRules(),
    storageAccess: await environment.readStorageAccess(),
  }
}

const declaredOf = (declared: Declaration, there: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(there).filter(([name]) => Object.hasOwn(declared.variables, name)))

/** One after the other: the platform limits requests a second. */
async function each<T>(
  declared: readonly { name: string }[],
  present: readonly string[],
  read: (name: string) => Promise<T>,
): Promise<T[]> {
  const found: T[] = []
  for (const { name } of declared) if (present.includes(name)) found.push(await read(name))
  return found
}

/** An environment that does not answer is a problem, not an end: all else is still checked. */
export async function askEnvironment<T>(where: string, ask: () => Promise<T>): Promise<T | Problem> {
  try {
    return await ask()
  } catch (error) {
    return {
      what: `could not be read: ${error instanceof Error ? error.message : String(error)}`,
      where: `the environment ${where}`,
      mend: 'Check its id and region in deploy.yaml, the API key and its rights, and the network.',
    }
  }
}

type Comparison = EnvironmentFacts['functions'][number]['secrets']

function compare(variables: Record<string, string>, secrets: Secrets): Comparison {
  const one = (name: FunctionSecret): Comparison[FunctionSecret] => {
    const there = variables[name]
    if (!there) return 'absent'
    // Hexadecimal digits: their case is no difference.
    return there.toLowerCase() === secrets[name]?.toLowerCase() ? 'same' : 'different'
  }
  return {
    PSEUDONYM_KEY: one('PSEUDONYM_KEY'),
    FIELD_KEY: one('FIELD_KEY'),
    LOOKUP_KEY: one('LOOKUP_KEY'),
    POLICY_FEED_KEY: one('POLICY_FEED_KEY'),
  }
}
