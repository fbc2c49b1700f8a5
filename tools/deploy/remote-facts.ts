import type { EnvironmentFacts, FunctionSecret } from './facts'
import type { Environment } from './ports'
import type { Problem } from './problem'
import type { Secrets } from './secrets'

/** Asks the environment. One that does not answer is a problem, not an end: all else is still checked. */
export async function askEnvironment(
  environment: Environment,
  names: { collections: readonly string[]; functions: readonly string[] },
  secrets: Secrets,
  where: string,
): Promise<EnvironmentFacts | Problem> {
  try {
    const functions = await environment.readFunctions(names.functions)
    return {
      collections: await environment.readCollections(names.collections),
      functions: functions.map(({ variables, ...rest }) => ({ ...rest, secrets: compare(variables, secrets) })),
      termsInForce: await environment.findTermsInForce(),
    }
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
