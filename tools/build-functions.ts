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

/** WeChat installs what this file names, in the cloud, when a function is uploaded: the SDK alone, at our version. */
function deploymentManifest(door: string): string {
  const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const sdk = 'wx-server-sdk'
  return `${JSON.stringify({ name: door, version, private: true, main: 'index.js', dependencies: { [sdk]: dependencies[sdk] } }, null, 2)}\n`
}

async function bundleDoor(door: string): Promise<void> {
  const folder = join(output, door)
  mkdirSync(folder, { recursive: true })
  await bundle({
    entryPoints: [join(rooms, door, 'index.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['wx-server-sdk'],
    charset: 'utf8',
    logLevel: 'silent',
  })
  writeFileSync(join(folder, 'package.json'), deploymentManifest(door))
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
  },
  summary: () =>
    doors()
      .map((door) => `${door} ${kilobytes(folderSize(join(output, door)))}`)
      .join(', '),
}
