import type { Timer } from './declared'
import { type Declaration, type DoorFact, type EnvironmentFacts, functionSecrets } from './facts'
import type { Problem } from './problem'
import type { EnvironmentStep } from './step'

type FunctionFact = EnvironmentFacts['functions'][number]

/** Each door: created, or its time-out, secrets and variables, then its timers, as far as they differ. New code is a deployment's. */
export function planFunctions(
  { doors, variables }: Pick<Declaration, 'doors' | 'variables'>,
  present: readonly FunctionFact[],
): EnvironmentStep[] {
  return doors.flatMap((door) => {
    const state = present.find(({ name }) => name === door.name)
    return [...planSettings(door, variables, state), ...planTimers(door, state?.timers ?? [])]
  })
}

function planSettings(
  { name, folder, config: { timeout } }: DoorFact,
  declared: Declaration['variables'],
  state: FunctionFact | undefined,
): EnvironmentStep[] {
  if (!state)
    return [{ act: 'create-function', name, folder, timeout, secrets: [...functionSecrets], variables: declared }]
  const secrets = functionSecrets.filter((secret) => state.secrets[secret] === 'absent')
  const differing = Object.entries(declared).filter(([variable, value]) => state.variables[variable] !== value)
  if (state.timeout === timeout && secrets.length === 0 && differing.length === 0) return []
  const variables = Object.fromEntries(differing)
  return [{ act: 'configure-function', name, timeout, secrets, variables, there: state.timeout }]
}

function planTimers({ name, config }: DoorFact, present: readonly Timer[]): EnvironmentStep[] {
  const ofSameName = (wanted: Timer) => present.find((timer) => timer.name === wanted.name)
  const timers = config.triggers.filter((wanted) => !ofSameName(wanted))
  const changed = config.triggers.flatMap((wanted): EnvironmentStep[] => {
    const there = ofSameName(wanted)?.config
    return there === undefined || there === wanted.config ? [] : [{ act: 'replace-timer', name, timer: wanted, there }]
  })
  return [...changed, ...(timers.length > 0 ? [{ act: 'create-timers', name, timers } as const] : [])]
}

/** Secrets in the environment that are not those at hand: overwriting one makes sealed data unreadable for ever. */
export function differingSecrets(present: readonly FunctionFact[]): Problem[] {
  return present.flatMap(({ name, secrets }) =>
    functionSecrets
      .filter((secret) => secrets[secret] === 'different')
      .map((secret) => ({
        what: `${secret} is another one than that at hand`,
        where: `function ${name} in the environment`,
        mend: "Use the environment's own key, from the company's safe. It is never replaced: data sealed with it would be lost.",
      })),
  )
}

/** The build speaks Node 18 (tools/build-functions.ts), and CloudBase lets a runtime be chosen only at creation. */
export function oldRuntimes(present: readonly FunctionFact[]): Problem[] {
  return present
    .filter(({ runtime }) => Number(/^Nodejs(\d+)/.exec(runtime)?.[1] ?? 0) < 18)
    .map(({ name, runtime }) => ({
      what: `runs on ${runtime}; the code needs Node 18`,
      where: `function ${name} in the environment`,
      mend: "Delete the function in CloudBase's console and run this again: it is created anew, data stays.",
    }))
}
