import type { FunctionSecret } from './facts'
import type { Environment } from './ports'
import type { EnvironmentStep } from './step'

/** Does one step. @throws what the platform refuses, in its own words */
export async function actOnEnvironment(
  step: EnvironmentStep,
  environment: Environment,
  secrets: Record<FunctionSecret, string>,
): Promise<string> {
  const chosen = (names: readonly FunctionSecret[]) => Object.fromEntries(names.map((name) => [name, secrets[name]]))
  switch (step.act) {
    case 'create-collection':
      await environment.createCollection(step.collection)
      break
    case 'set-access':
      await environment.setAccess(step.collection, step.access)
      break
    case 'create-index':
      await environment.createIndex(step.collection, step.index)
      break
    case 'set-function-rules':
      await environment.setFunctionRules(step.rules)
      break
    case 'set-storage-access':
      await environment.setStorageAccess(step.access)
      break
    case 'create-function':
      await environment.createFunction(step.name, step.folder, {
        timeout: step.timeout,
        variables: { ...chosen(step.secrets), ...step.variables },
      })
      break
    case 'configure-function': {
      // Read now, not when the plan was made: what somebody has set meanwhile is kept.
      const present = await environment.readFunction(step.name)
      const variables = { ...present.variables, ...chosen(step.secrets), ...step.variables }
      await environment.configureFunction(step.name, { timeout: step.timeout, variables })
      break
    }
    case 'replace-timer':
      await environment.removeTimer(step.name, step.timer.name)
      await environment.createTimers(step.name, [step.timer])
      break
    case 'create-timers':
      await environment.createTimers(step.name, step.timers)
      break
  }
  return 'done'
}
