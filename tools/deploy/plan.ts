import { check } from './checks'
import type { Facts } from './facts'
import { planDatabase } from './plan-database'
import { differingSecrets, oldRuntimes, planFunctions } from './plan-functions'
import type { Problem } from './problem'
import type { Step } from './step'

/** What stands in the way, all of it; and what would be done if nothing did. */
export interface Plan {
  problems: Problem[]
  steps: Step[]
}

/**
 * Facts in, decision out. The database comes before the functions that need it, the functions before the pages that call
 * them; what is in place already is no step, so that a run that broke off is continued by running again.
 */
export function plan(facts: Facts): Plan {
  const { remote, declaredCollections, doors, release, uploader, actions } = facts
  const functions = remote?.functions ?? []
  const database = remote ? planDatabase(declaredCollections, remote.collections) : { steps: [], problems: [] }
  const problems = [...check(facts), ...database.problems, ...differingSecrets(functions), ...oldRuntimes(functions)]
  const steps: Step[] = []
  if (actions.includes('functions')) steps.push(...database.steps, ...planFunctions(doors, functions))
  const releasing = actions.includes('preview') || actions.includes('upload')
  if (releasing && uploader.installed !== uploader.wanted)
    steps.push({ act: 'fetch-uploader', version: uploader.wanted })
  if (actions.includes('preview')) steps.push({ act: 'preview', release })
  if (actions.includes('upload')) {
    if (!actions.includes('functions') && database.steps.length > 0)
      problems.push({
        what: `${database.steps.length} declared collections, rules or indexes are missing`,
        where: `the database of ${facts.environment}`,
        mend: `npm run deploy -- --env ${facts.environment} --functions`,
      })
    steps.push({ act: 'upload', release })
  }
  return { problems, steps }
}
