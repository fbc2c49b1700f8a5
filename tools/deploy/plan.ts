import { check } from './checks'
import type { Facts } from './facts'
import { planEnvironment } from './plan-environment'
import type { Problem } from './problem'
import type { Step } from './step'

/** What stands in the way, all of it; and what would be done if nothing did. */
export interface Plan {
  problems: Problem[]
  steps: Step[]
  /** What the environment has beyond the declaration: told, never touched. */
  undeclared: string[]
}

/**
 * Facts in, decision out. The environment comes before the code that needs it, the functions before the pages that call
 * them; what is in place already is no step, so that a run that broke off is continued by running again.
 */
export function plan(facts: Facts): Plan {
  const { remote, declared, release, uploader, actions } = facts
  const environment = remote ? planEnvironment(declared, remote) : { steps: [], problems: [], undeclared: [] }
  const problems = [...check(facts), ...environment.problems]
  const steps: Step[] = []
  // New code never runs without the collections, rules and secrets that it needs.
  if (actions.includes('functions')) steps.push(...environment.steps, ...newCode(facts))
  const releasing = actions.includes('preview') || actions.includes('upload')
  if (releasing && uploader.installed !== uploader.wanted)
    steps.push({ act: 'fetch-uploader', version: uploader.wanted })
  if (actions.includes('preview')) steps.push({ act: 'preview', release })
  if (actions.includes('upload')) {
    if (!actions.includes('functions') && environment.steps.length > 0)
      problems.push({
        what: `${environment.steps.length} things are not as declared: collections, rules, indexes, functions or timers`,
        where: `the environment ${facts.environment}`,
        mend: `npm run deploy -- --env ${facts.environment} --functions`,
      })
    steps.push({ act: 'upload', release })
  }
  return { problems, steps, undeclared: environment.undeclared }
}

/** Every function that is there already gets the code that was built; the others are created with it. */
const newCode = ({ declared, remote }: Facts): Step[] =>
  declared.doors
    .filter(({ name }) => remote?.functions.some((one) => one.name === name))
    .map(({ name, folder }) => ({ act: 'update-function', name, folder }))
