import { folderOf, resolvePath } from '../package/paths'
import type { WeappPackage } from '../package/weapp-package'
import { namesToHide } from './bare-globals'

/** Runs the package's scripts as WeChat does: each once, as a module, seeing nothing of the browser. */
export class Scripts {
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly hidden: string[]

  constructor(
    private readonly weapp: WeappPackage,
    private readonly globals: Record<string, unknown>,
  ) {
    this.hidden = namesToHide().filter((name) => !(name in globals))
  }

  /** @throws Error when there is no such file, or it lies in a subpackage that the asking file does not belong to */
  load(file: string, from?: string): unknown {
    const known = this.modules.get(file)
    if (known) return known.exports
    const source = this.weapp.scripts[file]
    if (source === undefined) throw new Error(`module '${file}' is not defined`)
    if (from !== undefined) this.requireSamePackage(file, from)

    const module = { exports: {} }
    this.modules.set(file, module)
    const require = (path: string) => {
      const wanted = resolvePath(folderOf(file), path)
      return this.load(wanted.endsWith('.js') ? wanted : `${wanted}.js`, file)
    }
    const given = { ...this.globals, globalThis: this.globals, global: this.globals, require, module }
    const hidden = this.hidden.filter((name) => !(name in given) && name !== 'exports')
    const run = new Function(
      ...[...Object.keys(given), 'exports', ...hidden],
      `${source}\n//# sourceURL=weapp:///${file}`,
    )
    run(...Object.values(given), module.exports)
    return module.exports
  }

  private requireSamePackage(file: string, from: string): void {
    const root = this.weapp.app.subPackages.find((sub) => file.startsWith(`${sub.root}/`))?.root
    if (root !== undefined && !from.startsWith(`${root}/`))
      throw new Error(`${from} asks for ${file}, which WeChat has not loaded: it is in the subpackage ${root}`)
  }
}
