import { actOnEnvironment } from './act-on-environment'
import type { FunctionSecret } from './facts'
import { inOrder, type Show } from './in-order'
import type { Environment, Platform } from './ports'
import type { Step } from './step'

export interface Ports {
  environment: Environment
  /** Loaded only when it is needed: the uploader may be fetched by an earlier step. */
  openPlatform(): Platform
  fetchUploader(): Promise<string>
}

export interface Means {
  secrets: Record<FunctionSecret, string>
  qrCodeFile: string
  show: Show
}

/** Does the steps in order and stops at the first that fails. @throws Error that names it and what was done before */
export const carryOut = (steps: readonly Step[], ports: Ports, means: Means): Promise<void> =>
  inOrder(steps, means.show, (step) => act(step, ports, means))

async function act(step: Step, ports: Ports, means: Means): Promise<string> {
  switch (step.act) {
    case 'update-function':
      await ports.environment.updateFunction(step.name, step.folder)
      return 'done'
    case 'fetch-uploader':
      return ports.fetchUploader()
    case 'preview':
      return `${await ports.openPlatform().preview(step.release, means.qrCodeFile)}; scan ${means.qrCodeFile}`
    case 'upload':
      return ports.openPlatform().upload(step.release)
    default:
      return actOnEnvironment(step, ports.environment, means.secrets)
  }
}
