import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint } from './fingerprint'
import { step } from './progress'

/** One thing that is built into `dist/`. All paths are relative to the project's root. */
export interface Build {
  name: string
  /** Files and folders it is made from; anything else may change without a new build. */
  sources: readonly string[]
  /** The folder it fills. */
  output: string
  /** Files without which the build has failed, whatever the compiler said. */
  proof: readonly string[]
  make(): Promise<void>
  /** One phrase for the developer: sizes, counts. */
  summary(): string
}

const stampOf = (build: Build) => `dist/.stamps/${build.name}`
const proofMissing = (build: Build) =>
  build.proof.map((file) => join(build.output, file)).find((file) => !existsSync(file))

function isCurrent(build: Build): boolean {
  const stamp = stampOf(build)
  if (proofMissing(build) || !existsSync(stamp)) return false
  return readFileSync(stamp, 'utf8') === fingerprint(build.sources)
}

/** Builds, and says so. @throws Error when an output that has to be there is not */
export async function make(build: Build): Promise<void> {
  const stamp = stampOf(build)
  // Taken before the build: a source that changes while it runs makes the next run build again.
  const made = fingerprint(build.sources)
  await step(`Building ${build.name}`, async () => {
    rmSync(stamp, { force: true })
    rmSync(build.output, { recursive: true, force: true })
    await build.make()
    const missing = proofMissing(build)
    if (missing) throw new Error(`The build of ${build.name} ended without an error but left no ${missing}.`)
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, made)
    return build.summary()
  })
}

/** Builds only what is not there or whose sources have changed. */
export async function makeWhatChanged(builds: readonly Build[]): Promise<void> {
  for (const build of builds) if (!isCurrent(build)) await make(build)
}
