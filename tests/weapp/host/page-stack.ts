import type { AppConfig } from '../package/configs'
import { resolvePath } from '../package/paths'
import type { OpenPage, Query } from './open-page'
import { Refused } from './refused'

/** WeChat holds this many pages at most. */
const depthLimit = 10

/** `/pages/a/b?c=d` as path and query. Values stay as they were written: WeChat does not decode them. */
export function parseAddress(address: string, from = ''): { path: string; query: Query } {
  const [path = '', search = ''] = address.split('?')
  const pairs = search.split('&').filter((pair) => pair !== '')
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
  return { path: resolvePath(from.slice(0, Math.max(0, from.lastIndexOf('/'))), path), query }
}

/** The pages one upon the other, and the tab pages, which stay alive underneath. */
export class PageStack {
  readonly pages: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()
  private readonly known: ReadonlySet<string>
  private readonly tabPaths: ReadonlySet<string>

  constructor(
    app: AppConfig,
    private readonly make: (path: string, query: Query, isTab: boolean) => OpenPage,
  ) {
    this.known = new Set([
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages }) => pages.map((p) => `${root}/${p}`)),
    ])
    this.tabPaths = new Set(app.tabBar?.list.map(({ pagePath }) => pagePath))
  }

  get top(): OpenPage {
    const top = this.pages.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  exists = (path: string) => this.known.has(path)
  isTab = (path: string) => this.tabPaths.has(path)

  navigateTo(address: string): OpenPage {
    const { path, query } = this.target(address)
    if (this.isTab(path)) throw new Refused('can not navigateTo a tabbar page')
    if (this.pages.length >= depthLimit) throw new Refused('webview count limit exceed')
    this.top.hide()
    return this.open(path, query)
  }

  redirectTo(address: string): OpenPage {
    const { path, query } = this.target(address)
    if (this.isTab(path)) throw new Refused('can not redirectTo a tabbar page')
    const left = this.pages.pop()
    if (left?.isTab) left.hide()
    else left?.unload()
    return this.open(path, query)
  }

  reLaunch(address: string): OpenPage {
    const { path, query } = this.target(address)
    this.closeAll()
    return this.open(path, query)
  }

  switchTab(address: string): OpenPage {
    const { path } = this.target(address)
    if (!this.isTab(path)) throw new Refused('can not switch to no-tabBar page')
    if (this.pages.length === 1 && this.top.path === path) return this.top
    const shown = this.top
    for (const page of this.pages.splice(0).reverse())
      if (!page.isTab) page.unload()
      else if (page === shown) page.hide()
    const waiting = this.tabs.get(path)
    if (!waiting) return this.open(path, {})
    this.pages.push(waiting)
    waiting.show()
    return waiting
  }

  navigateBack(delta = 1): OpenPage {
    if (this.pages.length === 1) throw new Refused('cannot navigate back at first page.')
    for (let left = Math.min(delta, this.pages.length - 1); left > 0; left--) this.pages.pop()?.unload()
    this.top.show()
    return this.top
  }

  /** Opens a page upon what is there. */
  open(path: string, query: Query): OpenPage {
    const page = this.make(path, query, this.isTab(path))
    this.pages.push(page)
    if (page.isTab) this.tabs.set(path, page)
    page.load()
    return page
  }

  /** The process has died: nobody is told. */
  drop(): void {
    for (const page of new Set([...this.pages, ...this.tabs.values()])) page.remove()
    this.pages.length = 0
    this.tabs.clear()
  }

  private target(address: string): { path: string; query: Query } {
    const target = parseAddress(address, this.top.path)
    if (!this.exists(target.path)) throw new Refused(`page "${target.path}" is not found`)
    return target
  }

  private closeAll(): void {
    for (const page of new Set([...this.pages.reverse(), ...this.tabs.values()])) page.unload()
    this.pages.length = 0
    this.tabs.clear()
  }
}
