import type { Access, Index, Timer } from './declared'
import type { FunctionSecret } from './facts'
import type { Release } from './ports'

/** One act of a deployment, as data: shown before it is done, and named when it fails. */
export type Step =
  | { act: 'create-collection'; collection: string }
  | { act: 'set-access'; collection: string; access: Access }
  | { act: 'create-index'; collection: string; index: Index }
  | { act: 'create-function'; name: string; folder: string; timeout: number; secrets: FunctionSecret[] }
  | { act: 'update-function'; name: string; folder: string }
  | { act: 'configure-function'; name: string; timeout: number; secrets: FunctionSecret[] }
  | { act: 'remove-timer'; name: string; timer: string }
  | { act: 'create-timers'; name: string; timers: Timer[] }
  | { act: 'fetch-uploader'; version: string }
  | { act: 'preview'; release: Release }
  | { act: 'upload'; release: Release }

const accessInWords: Record<Access, string> = {
  none: 'closed to clients',
  read: 'clients may read',
  owner: 'clients may read and write their own',
}
const release = ({ version, description }: Release) => `version ${version}, “${description}”`

/** What the step will do, as one line. */
export function describe(step: Step): string {
  switch (step.act) {
    case 'create-collection':
      return `create collection ${step.collection}`
    case 'set-access':
      return `collection ${step.collection}: ${accessInWords[step.access]}`
    case 'create-index':
      return `collection ${step.collection}: ${step.index.unique ? 'unique index' : 'index'} ${step.index.name} on ${step.index.keys.join(', ')}`
    case 'create-function':
      return `create function ${step.name} from ${step.folder}, ${step.timeout} s, with ${step.secrets.join(', ')}`
    case 'update-function':
      return `function ${step.name}: new code from ${step.folder}`
    case 'configure-function':
      return `function ${step.name}: ${[`${step.timeout} s`, ...step.secrets.map((name) => `set ${name}`)].join(', ')}`
    case 'remove-timer':
      return `function ${step.name}: remove timer ${step.timer}`
    case 'create-timers':
      return `function ${step.name}: ${step.timers.map(({ name, config }) => `timer ${name} (${config})`).join(', ')}`
    case 'fetch-uploader':
      return `fetch WeChat's own uploader, miniprogram-ci ${step.version} (about 280 MB, once)`
    case 'preview':
      return `preview for a phone: ${release(step.release)}`
    case 'upload':
      return `upload the mini-program: ${release(step.release)}`
  }
}
