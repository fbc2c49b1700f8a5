import type { Access, FunctionRules, Index, Timer } from './declared'
import type { FunctionSecret } from './facts'
import type { Release } from './ports'

/** By name, and no secrets: those are taken only where a step is done. */
type Variables = Readonly<Record<string, string>>

/** One act on an environment, as data: shown before it is done, and named when it fails. `there` is what it replaces. */
export type EnvironmentStep =
  | { act: 'create-collection'; collection: string }
  | { act: 'set-access'; collection: string; access: Access; there: Access | null | 'new' }
  | { act: 'create-index'; collection: string; index: Index }
  | { act: 'set-function-rules'; rules: FunctionRules; there: FunctionRules | null }
  | { act: 'set-storage-access'; access: Access; there: Access | null }
  | {
      act: 'create-function'
      name: string
      folder: string
      timeout: number
      secrets: FunctionSecret[]
      variables: Variables
    }
  | {
      act: 'configure-function'
      name: string
      timeout: number
      secrets: FunctionSecret[]
      variables: Variables
      there: number
    }
  | { act: 'replace-timer'; name: string; timer: Timer; there: string }
  | { act: 'create-timers'; name: string; timers: Timer[] }

/** One act of a deployment. */
export type Step =
  | EnvironmentStep
  | { act: 'update-function'; name: string; folder: string }
  | { act: 'fetch-uploader'; version: string }
  | { act: 'preview'; release: Release }
  | { act: 'upload'; release: Release }

const accessInWords: Record<Access, string> = {
  none: 'closed to clients',
  read: 'clients may read',
  owner: 'clients may read and write their own',
}
const release = ({ version, description }: Release) => `version ${version}, “${description}”`
const timer = ({ name, config }: Timer) => `timer ${name} (${config})`
const insteadOf = (there: Access | null | 'new') =>
  there === 'new' ? '' : `, instead of ${there ? accessInWords[there] : 'another rule'}`

const namesSetBy = ({ secrets, variables }: { secrets: readonly string[]; variables: Variables }): string[] => [
  ...secrets,
  ...Object.keys(variables),
]

/** What the step will do, as one line. */
export function describe(step: Step): string {
  switch (step.act) {
    case 'create-collection':
      return `create collection ${step.collection}`
    case 'set-access':
      return `collection ${step.collection}: ${accessInWords[step.access]}${insteadOf(step.there)}`
    case 'create-index':
      return `collection ${step.collection}: ${step.index.unique ? 'unique index' : 'index'} ${step.index.name} on ${step.index.keys.join(', ')}`
    case 'set-function-rules':
      return `function rules: ${JSON.stringify(step.rules)}${step.there ? `, instead of ${JSON.stringify(step.there)}` : ''}`
    case 'set-storage-access':
      return `stored files: ${accessInWords[step.access]}${insteadOf(step.there)}`
    case 'create-function':
      return `create function ${step.name} from ${step.folder}, ${step.timeout} s, with ${namesSetBy(step).join(', ')}`
    case 'configure-function':
      return `function ${step.name}: ${[`${step.timeout} s`, ...namesSetBy(step).map((name) => `set ${name}`)].join(', ')}${step.there === step.timeout ? '' : `, instead of ${step.there} s`}`
    case 'replace-timer':
      return `function ${step.name}: ${timer(step.timer)}, instead of (${step.there})`
    case 'create-timers':
      return `function ${step.name}: ${step.timers.map(timer).join(', ')}`
    case 'update-function':
      return `function ${step.name}: new code from ${step.folder}`
    case 'fetch-uploader':
      return `fetch WeChat's own uploader, miniprogram-ci ${step.version} (about 280 MB, once)`
    case 'preview':
      return `preview for a phone: ${release(step.release)}`
    case 'upload':
      return `upload the mini-program: ${release(step.release)}`
  }
}
