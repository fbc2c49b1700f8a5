import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { runNpm } from './run-npm'

const folder = 'tools/deploy/uploader'
const manifest = v.object({ dependencies: v.object({ 'miniprogram-ci': v.string() }) })
const installed = v.object({ version: v.string() })
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** The version that the project pins, and the one that lies there. */
export function uploaderVersions(): { wanted: string; installed: string | null } {
  const own = join(folder, 'node_modules/miniprogram-ci/package.json')
  return {
    wanted: v.parse(manifest, readJson(join(folder, 'package.json'))).dependencies['miniprogram-ci'],
    installed: existsSync(own) ? v.parse(installed, readJson(own)).version : null,
  }
}

/** As locked, and without running any package's install script: the upload key is on this machine. */
export async function fetchUploader(): Promise<string> {
  await runNpm(['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'])
  return `miniprogram-ci ${uploaderVersions().installed}`
}

interface PackageSize {
  name: string
  size: number
}

/** As much of miniprogram-ci 2.1.42 as is used here, as its own declarations have it. */
export interface Uploader {
  Project: new (options: {
    appid: string
    type: 'miniProgram'
    projectPath: string
    privateKeyPath: string
    ignores: string[]
  }) => object
  preview(
    options: UploadOptions & { qrcodeFormat: 'image'; qrcodeOutputDest: string },
  ): Promise<{ subPackageInfo?: PackageSize[] }>
  upload(options: UploadOptions): Promise<{ subPackageInfo?: PackageSize[] }>
}

export interface UploadOptions {
  project: object
  version: string
  desc: string
  robot: number
  setting: { es6: boolean; minify: boolean }
  onProgressUpdate: () => void
}

/** @throws Error when it is not installed or is not what it should be */
export function loadUploader(): Uploader {
  const loaded: unknown = createRequire(resolve(folder, 'package.json'))('miniprogram-ci')
  if (!isUploader(loaded)) throw new Error('miniprogram-ci has no Project, preview and upload')
  // It rejects twice when WeChat does not answer: what it hands back is told, the second would end this process first.
  process.on('unhandledRejection', () => {})
  return loaded
}

function isUploader(loaded: unknown): loaded is Uploader {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    ['Project', 'preview', 'upload'].every((name) => typeof Reflect.get(loaded, name) === 'function')
  )
}
