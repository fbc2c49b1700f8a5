import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { doors, functionsBuild } from '../build-functions'
import { weappBuild } from '../build-mini-program'
import type { Build } from '../builds/build'
import { fingerprint } from '../builds/fingerprint'
import { functionConfigSchema } from './declared'
import type { BuildFact, DoorFact } from './facts'
import { findPrivacyUses } from './privacy-uses'
import type { Problem } from './problem'

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const appIdOf = v.object({ appid: v.string() })
const versionOf = v.object({ version: v.string() })

/** The builds that a deployment takes, and whether they are of the sources here. */
export const buildFacts = (): BuildFact[] =>
  [functionsBuild, weappBuild].map((build) => ({ name: build.name, state: stateOf(build) }))

/** The stamp is what `npm run build` leaves behind (tools/builds/build.ts). */
function stateOf({ name, sources, output, proof }: Build): BuildFact['state'] {
  const stamp = `dist/.stamps/${name}`
  if (!existsSync(stamp) || proof.some((file) => !existsSync(join(output, file)))) return 'absent'
  return readFileSync(stamp, 'utf8') === fingerprint(sources) ? 'fresh' : 'stale'
}

const filesUnder = (folder: string, takes: (name: string) => boolean): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && takes(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
    : []

/** Whether the WeChat build has this environment's id written into it (TARO_APP_CLOUD_ENV at build time). */
export const builtFor = (environment: string): boolean =>
  filesUnder(weappBuild.output, (name) => name.endsWith('.js')).some((file) =>
    new RegExp(`["'\`]${environment}["'\`]`).test(readFileSync(file, 'utf8')),
  )

/** The doors as they are declared, and what is wrong with a declaration. */
export function doorFacts(): { doors: DoorFact[]; problems: Problem[] } {
  const facts: DoorFact[] = []
  const problems: Problem[] = []
  for (const name of doors()) {
    const file = `cloudfunctions/${name}/config.json`
    const read = v.safeParse(functionConfigSchema, readJson(file))
    if (read.success) facts.push({ name, folder: join(functionsBuild.output, name), config: read.output })
    else
      problems.push(
        ...read.issues.map((issue) => ({
          what: issue.message,
          where: `${file}: ${v.getDotPath(issue) ?? 'the file'}`,
          mend: 'Mend the function’s config and build again.',
        })),
      )
  }
  return { doors: facts, problems }
}

export const privacyUses = () =>
  findPrivacyUses(
    filesUnder('src', (name) => /\.tsx?$/.test(name) && !name.includes('.test.')).map((file) => ({
      file,
      text: readFileSync(file, 'utf8'),
    })),
  )

export const projectAppId = (): string => v.parse(appIdOf, readJson('project.config.json')).appid

/** The project's version, and the commit that it was made from. */
export function releaseOf(robot: number) {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '' ? ' with uncommitted changes' : ''
  return {
    version: v.parse(versionOf, readJson('package.json')).version,
    description: `${git('rev-parse', '--short=10', 'HEAD')}${changed}`,
    robot,
  }
}
