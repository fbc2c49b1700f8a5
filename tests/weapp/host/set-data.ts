import { imitatedTags } from '../package/tags'
import type { WeappPackage } from '../package/weapp-package'
import type { Faults } from './faults'

/** One crossing from the logic to the page; WeChat's audit counts them and their size. */
export interface SetDataCall {
  /** The page or component it was called on. */
  on: string
  /** UTF-8 bytes of the JSON. */
  bytes: number
  paths: string[]
}

/** WeChat carries no more than this at once, bytes. What is smaller and still slow, the audit finds. */
const mostAtOnce = 1024 * 1024

const size = (text: string) => new TextEncoder().encode(text).length

/** What crosses: JSON only, checked, with Taro's paths (`root.cn.[0]`) as glass-easel takes them (`root.cn[0]`). */
export class SetDataCrossing {
  readonly calls: SetDataCall[] = []

  constructor(
    private readonly weapp: WeappPackage,
    private readonly faults: Faults,
  ) {}

  carry(on: string, data: Record<string, unknown>): Record<string, unknown> {
    const text = JSON.stringify(data)
    const bytes = size(text)
    this.calls.push({ on, bytes, paths: Object.keys(data) })
    if (bytes > mostAtOnce)
      this.faults.report('set-data', `${on} sets ${bytes} bytes at once, WeChat takes ${mostAtOnce}`)
    for (const [path, value] of Object.entries(data))
      if (value === undefined) this.faults.report('set-data', `${on} sets ${path} to undefined, which WeChat ignores`)
    const arrived: Record<string, unknown> = JSON.parse(text)
    this.checkTemplates(on, arrived)
    return Object.fromEntries(Object.entries(arrived).map(([path, value]) => [path.replaceAll('.[', '['), value]))
  }

  /** Taro names a node's template in `nn`. WeChat says nothing when there is no such template: the part of the page is missing. */
  private checkTemplates(on: string, value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    if ('nn' in value && typeof value.nn === 'string') this.checkTemplate(on, value.nn)
    for (const inner of Object.values(value)) this.checkTemplates(on, inner)
  }

  private checkTemplate(on: string, name: string): void {
    const tags = ['', '_focus', '_blur'].flatMap((end) => this.weapp.templateTags[`tmpl_0_${name}${end}`] ?? [])
    const known = ['', '_focus', '_blur'].some((end) => `tmpl_0_${name}${end}` in this.weapp.templateTags)
    if (!known) this.faults.report('template', `${on}: there is no template tmpl_0_${name}`)
    for (const tag of tags)
      if (!imitatedTags.has(tag)) this.faults.report('template', `${on}: the host does not imitate <${tag}>`)
  }
}
