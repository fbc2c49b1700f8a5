import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'valibot'
import { appConfigSchema } from '../../package/configs'
import type { PackageSizes } from '../measurements'

/** Sizes of a WeChat build's packages, as they lie in its folder. */
export function packageSizes(folder: string): PackageSizes {
  const { subPackages } = parse(appConfigSchema, JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')))
  const sizes: PackageSizes = { main: 0, subpackages: Object.fromEntries(subPackages.map(({ root }) => [root, 0])) }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(folder.length).replace(/^\/+/, '')
    const root = Object.keys(sizes.subpackages).find((name) => path.startsWith(`${name}/`))
    const { size } = statSync(file)
    if (root === undefined) sizes.main += size
    else sizes.subpackages[root] = (sizes.subpackages[root] ?? 0) + size
  }
  return sizes
}
