import type { Access, Collection, FunctionRules, Index, Timer } from './declared'

/** A collection as the environment has it; access null: something that is none of ours, a custom rule for example. */
export interface CollectionState extends Omit<Collection, 'access'> {
  access: Access | null
}

export interface FunctionState {
  name: string
  runtime: string
  timeout: number
  timers: Timer[]
  variables: Record<string, string>
}

export interface FunctionSettings {
  timeout: number
  variables: Record<string, string>
}

/** One CloudBase environment. Each act can be repeated; each throws with the platform's own words. */
export interface Environment {
  /** The names of all that are there. */
  listCollections(): Promise<string[]>
  readCollection(name: string): Promise<CollectionState>
  listFunctions(): Promise<string[]>
  readFunction(name: string): Promise<FunctionState>
  /** Null when nobody has set any: then every signed-in client may call every function. */
  readFunctionRules(): Promise<FunctionRules | null>
  /** Null: a custom rule. */
  readStorageAccess(): Promise<Access | null>
  /** The terms in force, null when no campaign was published. */
  findTermsInForce(): Promise<{ campaignId: string; version: number } | null>

  createCollection(name: string): Promise<void>
  setAccess(collection: string, access: Access): Promise<void>
  createIndex(collection: string, index: Index): Promise<void>
  /** @param folder whose content is the function's code */
  createFunction(name: string, folder: string, settings: FunctionSettings): Promise<void>
  updateFunction(name: string, folder: string): Promise<void>
  /** The variables are the complete set: CloudBase drops what is not named. */
  configureFunction(name: string, settings: FunctionSettings): Promise<void>
  setFunctionRules(rules: FunctionRules): Promise<void>
  setStorageAccess(access: Access): Promise<void>
  removeTimer(name: string, timer: string): Promise<void>
  createTimers(name: string, timers: readonly Timer[]): Promise<void>
}

export interface Release {
  version: string
  description: string
  robot: number
}

/** WeChat's side of the mini-program. */
export interface Platform {
  /** @returns what was sent, in words: packages and their sizes */
  preview(release: Release, qrCodeFile: string): Promise<string>
  upload(release: Release): Promise<string>
}
