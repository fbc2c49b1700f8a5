import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'valibot'
import type { Entry } from '../host/host'
import { singlePageScene } from '../host/wx/world'
import { appConfigSchema, componentConfigSchema } from '../package/configs'
import { queries, type Step, steps } from './steps'

export interface AuditedPage {
  name: string
  path: string
  scene?: number
  step?: Step
}

interface EnteredPage extends Pick<AuditedPage, 'path' | 'scene'> {
  query?: string
}

/** How the customer with this number enters a page. */
export function entryOf({ path, scene, query }: EnteredPage, customer: number): Entry {
  const carried = query ?? queries[path]?.(customer)
  return {
    address: carried === undefined ? path : `${path}?${carried}`,
    ...(scene !== undefined && { scene }),
  }
}

/**
 * Every page of the build, as its app.json lists them, each followed by what `steps.ts` knows to tap there. A new page is
 * audited as soon as it is built.
 */
export function auditedPages(buildFolder: string): AuditedPage[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(buildFolder, file), 'utf8'))
  const { pages, subPackages, tabBar } = parse(appConfigSchema, read('app.json'))
  const all = [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))]
  const titleOf = (path: string) =>
    tabBar?.list.find(({ pagePath }) => pagePath === path)?.text ??
    parse(componentConfigSchema, read(`${path}.json`)).navigationBarTitleText ??
    path
  const isNameTwice = (name: string) => all.filter((path) => titleOf(path) === name).length > 1
  return [
    ...all.flatMap((path) => {
      const name = isNameTwice(titleOf(path)) ? path : titleOf(path)
      const alone: AuditedPage = { name, path }
      return [alone, ...(steps[path] ?? []).map((step) => ({ name: `${name}：${step.name}`, path, step }))]
    }),
    ...all.slice(0, 1).map((path) => ({ name: '朋友圈单页', path, scene: singlePageScene })),
  ]
}
