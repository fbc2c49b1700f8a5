import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import type { Build } from './builds/build'
import { folderSize } from './builds/fingerprint'
import { kilobytes } from './builds/progress'

const rooms = 'cloudfunctions'
const output = 'dist/cloudfunctions'

/** The cloud functions: the folders that say how they are deployed. The rooms behind them have no config.json. */
export function doors(): string[] {
  return readdirSync(rooms).filter((name) => existsSync(join(rooms, name, 'config.json')))
}

/** Not bundled: large, and most of it for other purposes than ours. CloudBase installs them. */
const installed = ['wx-server-sdk', 'tencentcloud-sdk-nodejs-sms']
/** What one of them leaves open ("*") and we do not. */
const alongWith: Record<string, string[]> = { 'tencentcloud-sdk-nodejs-sms': ['tencentcloud-sdk-nodejs-common'] }

/** CloudBase installs what this file names when a function is deployed: what the door really loads, at our versions. */
function deploymentManifest(door: string, loaded: readonly string[]): string {
  const { version, dependencies: ours } = JSON.parse(readFileSync('package.json', 'utf8'))
  const names = loaded.flatMap((name) => [name, ...(alongWith[name] ?? [])])
  const dependencies = Object.fromEntries(names.map((name) => [name, ours[name]]))
  return `${JSON.stringify({ name: door, version, private: true, main: 'index.js', dependencies }, null, 2)}\n`
}

async function bundleDoor(door: string): Promise<void> {
  const folder = join(output, door)
  mkdirSync(folder, { recursive: true })
  const { metafile } = await bundle({
    entryPoints: [join(rooms, door, 'index.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: installed,
    metafile: true,
    charset: 'utf8',
    logLevel: 'silent',
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path))
  const loaded = installed.filter((name) => imports.some((path) => path === name || path.startsWith(`${name}/`)))
  writeFileSync(join(folder, 'package.json'), deploymentManifest(door, loaded))
  copyFileSync(join(rooms, door, 'config.json'), join(folder, 'config.json'))
}

/** Each door as one file, the way WeChat uploads it and the local cloud runs it. */
export const functionsBuild: Build = {
  name: 'cloud functions',
  sources: ['cloudfunctions', 'contract', 'rules', 'values', 'package-lock.json', 'tools/build-functions.ts'],
  output,
  proof: ['customer', 'staff', 'intake', 'scheduled'].map((door) => join(door, 'index.js')),
  async make() {
    await Promise.all(doors().map(bundleDoor))
    copyFileSync(join(rooms, 'store/collections.json'), join(output, 'collections.json'))
    copyFileSync(join(rooms, 'function-rules.json'), join(output, 'function-rules.json'))
  },
  summary: () =>
    doors()
      .map((door) => `${door} ${kilobytes(folderSize(join(output, door)))}`)
      .join(', '),
}
