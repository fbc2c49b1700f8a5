import type { Declaration, EnvironmentFacts } from './facts'
import { planDatabase } from './plan-database'
import { differingSecrets, oldRuntimes, planFunctions } from './plan-functions'
import { planFunctionRules, planStorage } from './plan-rules'
import type { Problem } from './problem'
import type { EnvironmentStep } from './step'
import { findUndeclared } from './undeclared'

export interface EnvironmentPlan {
  steps: EnvironmentStep[]
  problems: Problem[]
  /** What is there and not declared, in words. It is told and never touched. */
  undeclared: string[]
}

/**
 * What the declaration asks for beyond what is there. The database comes before the functions that need it, the rules before
 * the functions that they close; what is in place already is no step.
 */
export function planEnvironment(declared: Declaration, there: EnvironmentFacts): EnvironmentPlan {
  const database = planDatabase(declared.collections, there.collections)
  return {
    steps: [
      ...database.steps,
      ...planFunctionRules(declared.functionRules, there.functionRules),
      ...planStorage(declared.storageAccess, there.storageAccess),
      ...planFunctions(declared, there.functions),
    ],
    problems: [...database.problems, ...differingSecrets(there.functions), ...oldRuntimes(there.functions)],
    undeclared: findUndeclared(declared, there),
  }
}
