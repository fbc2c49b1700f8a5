import type { DeployConfig } from './config'
import type { Access, Collection, FunctionConfig, FunctionRules } from './declared'
import type { CollectionState, FunctionState, Release } from './ports'
import type { Problem } from './problem'

export const actions = ['preview', 'upload', 'functions'] as const
export type Action = (typeof actions)[number]

export const functionSecrets = ['PSEUDONYM_KEY', 'FIELD_KEY', 'LOOKUP_KEY', 'POLICY_FEED_KEY'] as const
export type FunctionSecret = (typeof functionSecrets)[number]
export type SecretName = FunctionSecret | 'TENCENTCLOUD_SECRETID' | 'TENCENTCLOUD_SECRETKEY' | 'WECHAT_UPLOAD_KEY'

export interface SecretFact {
  name: SecretName
  /** Null when absent. Never its value. */
  form: 'good' | 'malformed' | null
  /** Files under git that contain it, or are it. */
  trackedIn: string[]
}

export interface BuildFact {
  name: string
  state: 'fresh' | 'stale' | 'absent'
}

export interface DoorFact {
  name: string
  folder: string
  config: FunctionConfig
}

/** What an environment should have, from the same files that the local cloud reads. */
export interface Declaration {
  collections: readonly Collection[]
  doors: readonly DoorFact[]
  functionRules: FunctionRules
  storageAccess: Access
  /** What every function is told beside its secrets, from deploy.yaml. */
  variables: Readonly<Record<string, string>>
}

/** What the environment answered. Absent when it could not be asked: then that is a problem of its own. */
export interface EnvironmentFacts {
  /** The names of all that are there, declared or not. */
  collectionNames: string[]
  functionNames: string[]
  /** Those that are declared. */
  collections: CollectionState[]
  functions: (Omit<FunctionState, 'variables'> & {
    /** Whether the environment's secret is the one at hand. */
    secrets: Record<FunctionSecret, 'same' | 'different' | 'absent'>
    /** The declared ones, as they are there. */
    variables: Record<string, string>
  })[]
  functionRules: FunctionRules | null
  storageAccess: Access | null
}

/** And what a deployment asks besides. */
export interface DeployedFacts extends EnvironmentFacts {
  termsInForce: { campaignId: string; version: number } | null
}

/** All that a deployment is decided from. No secret stands in it. */
export interface Facts {
  environment: string
  actions: readonly Action[]
  /** Null when deploy.yaml is missing or faulty: what is wrong with it stands in `found`. */
  config: DeployConfig | null
  projectAppId: string
  secrets: SecretFact[]
  builds: BuildFact[]
  /** Whether the WeChat build calls this very environment. */
  builtForEnvironment: boolean
  /** Privacy items that the mini-program's code uses, with the interface that needs them. */
  privacyUses: { item: string; by: string }[]
  declared: Declaration
  remote: DeployedFacts | null
  /** A campaign file that was named, and what `campaign:check` found in it. */
  campaignFile: { file: string; problems: number } | null
  release: Release
  uploader: { wanted: string; installed: string | null }
  /** What reading the facts has found already: a faulty function config, an environment that does not answer. */
  found: Problem[]
}
