import { actOnEnvironment } from '../deploy/act-on-environment'
import { checkEach, checkFresh } from '../deploy/checks'
import type { BuildFact, Declaration, SecretFact } from '../deploy/facts'
import { inOrder, type Show } from '../deploy/in-order'
import { type EnvironmentPlan, planEnvironment } from '../deploy/plan-environment'
import type { Environment } from '../deploy/ports'
import type { Problem } from '../deploy/problem'
import { askEnvironment, surveyEnvironment } from '../deploy/remote-facts'
import { functionValues, type Secrets } from '../deploy/secrets'
import type { EnvironmentStep } from '../deploy/step'

/** What this machine has for setting an environment up. */
export interface Supplies {
  declared: Declaration
  secrets: Secrets
  secretFacts: readonly SecretFact[]
  /** What is wrong with the functions' variables. */
  variableProblems: readonly Problem[]
  /** Of the cloud functions. */
  build: BuildFact
}

/** The environment compared with the declaration, and what stands in the way of making it so. */
export async function compare(name: string, environment: Environment, supplies: Supplies): Promise<EnvironmentPlan> {
  const { declared, secrets } = supplies
  const asked = await askEnvironment(name, () => surveyEnvironment(environment, declared, secrets))
  if ('what' in asked) return { steps: [], problems: [asked], undeclared: [] }
  const plan = planEnvironment(declared, asked)
  return { ...plan, problems: [...plan.problems, ...missingSupplies(plan.steps, supplies)] }
}

/** Secrets, variables and the build are asked for only when a step takes them: an empty database needs none. */
function missingSupplies(
  steps: readonly EnvironmentStep[],
  { secretFacts, variableProblems, build }: Supplies,
): Problem[] {
  const taken = steps.flatMap((step) => ('secrets' in step ? step.secrets : []))
  const sets = steps.some((step) => 'variables' in step && Object.keys(step.variables).length > 0)
  const creates = steps.some(({ act }) => act === 'create-function')
  return [
    ...checkEach(secretFacts, (name) => taken.some((one) => one === name)),
    ...(sets ? variableProblems : []),
    ...(creates ? checkFresh([build], 'npm run build') : []),
  ]
}

/** @throws Error that names the step that failed and what was done before it */
export const bringAbout = (
  steps: readonly EnvironmentStep[],
  environment: Environment,
  secrets: Secrets,
  show: Show,
): Promise<void> => inOrder(steps, show, (step) => actOnEnvironment(step, environment, functionValues(secrets)))
