import type { FunctionSecret } from './facts'
import type { Environment, Platform } from './ports'
import { describe, type Step } from './step'

export interface Ports {
  environment: Environment
  /** Loaded only when it is needed: the uploader may be fetched by an earlier step. */
  openPlatform(): Platform
  fetchUploader(): Promise<string>
}

export interface Means {
  secrets: Record<FunctionSecret, string>
  qrCodeFile: string
  /** Shows a step while it is done, and what came of it. */
  show(title: string, work: () => Promise<string>): Promise<void>
}

/** Does the steps in order and stops at the first that fails. @throws Error that names it and what was done before */
export async function carryOut(steps: readonly Step[], ports: Ports, means: Means): Promise<void> {
  const done: string[] = []
  for (const step of steps) {
    const title = `${done.length + 1}/${steps.length} ${describe(step)}`
    try {
      await means.show(title, () => act(step, ports, means))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const before =
        done.length > 0 ? ['Done before it:', ...done.map((one) => `  ${one}`)] : ['Nothing was done before it.']
      throw new Error(
        [
          `Failed at ${title}: ${reason}`,
          ...before,
          'Run the same command again to continue: it leaves out what is in place.',
        ].join('\n'),
        { cause: error },
      )
    }
    done.push(title)
  }
}

async function act(step: Step, ports: Ports, means: Means): Promise<string> {
  const { environment } = ports
  const chosen = (names: readonly FunctionSecret[]) =>
    Object.fromEntries(names.map((name) => [name, means.secrets[name]]))
  switch (step.act) {
    case 'create-collection':
      await environment.createCollection(step.collection)
      return 'done'
    case 'set-access':
      await environment.setAccess(step.collection, step.access)
      return 'done'
    case 'create-index':
      await environment.createIndex(step.collection, step.index)
      return 'done'
    case 'create-function':
      await environment.createFunction(step.name, step.folder, {
        timeout: step.timeout,
        variables: chosen(step.secrets),
      })
      return 'done'
    case 'update-function':
      await environment.updateFunction(step.name, step.folder)
      return 'done'
    case 'configure-function': {
      // Read now, not when the plan was made: what somebody has set meanwhile is kept.
      const [present] = await environment.readFunctions([step.name])
      const variables = { ...present?.variables, ...chosen(step.secrets) }
      await environment.configureFunction(step.name, { timeout: step.timeout, variables })
      return 'done'
    }
    case 'remove-timer':
      await environment.removeTimer(step.name, step.timer)
      return 'done'
    case 'create-timers':
      await environment.createTimers(step.name, step.timers)
      return 'done'
    case 'fetch-uploader':
      return ports.fetchUploader()
    case 'preview':
      return `${await ports.openPlatform().preview(step.release, means.qrCodeFile)}; scan ${means.qrCodeFile}`
    case 'upload':
      return ports.openPlatform().upload(step.release)
  }
}
