import type { Collection, Index } from './declared'
import type { CollectionState } from './ports'
import type { Problem } from './problem'
import type { EnvironmentStep } from './step'

export const sameKeys = (a: Index, b: Index) => a.keys.join() === b.keys.join()
const inWords = ({ keys, unique }: Index) => `${unique ? 'unique' : 'not unique'} on ${keys.join(', ')}`

/**
 * What is missing of the declared collections. Nothing is ever dropped: an index that differs is a problem for a person,
 * and what the environment has beyond the declaration is left alone.
 */
export function planDatabase(
  declared: readonly Collection[],
  present: readonly CollectionState[],
): { steps: EnvironmentStep[]; problems: Problem[] } {
  const plans = declared.map((wanted) =>
    planCollection(
      wanted,
      present.find(({ name }) => name === wanted.name),
    ),
  )
  return { steps: plans.flatMap(({ steps }) => steps), problems: plans.flatMap(({ problems }) => problems) }
}

function planCollection(
  wanted: Collection,
  state: CollectionState | undefined,
): { steps: EnvironmentStep[]; problems: Problem[] } {
  const steps: EnvironmentStep[] = []
  const problems: Problem[] = []
  const collection = wanted.name
  if (!state) steps.push({ act: 'create-collection', collection })
  // A new collection may be open to clients until its access is set: so that comes before its indexes.
  if (state?.access !== wanted.access)
    steps.push({ act: 'set-access', collection, access: wanted.access, there: state ? state.access : 'new' })
  for (const index of wanted.indexes) {
    const alike = state?.indexes.find((one) => sameKeys(one, index))
    const named = state?.indexes.find(({ name }) => name === index.name)
    if (alike?.unique === index.unique) continue
    const rival = alike ?? named
    if (!rival) {
      steps.push({ act: 'create-index', collection, index })
      continue
    }
    problems.push({
      what: `index ${rival.name} is ${inWords(rival)}; declared is ${index.name}, ${inWords(index)}`,
      where: `collection ${collection} in the environment`,
      mend: 'Drop that index in the CloudBase console when nobody writes, then run this again.',
    })
  }
  return { steps, problems }
}
