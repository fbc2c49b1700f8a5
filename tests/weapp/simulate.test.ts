import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildFolder, compiledWeapp } from './in-jsdom'

/** What is used of miniprogram-simulate: it renders on WeChat's older component framework, with templates from the official compiler. */
interface Simulate {
  load(path: string, tag: string, options: { rootPath: string; compiler: 'official' }): string
  render(id: string): {
    dom: HTMLElement
    instance: Record<string, unknown>
    attach(parent: Node): void
    detach(): void
  }
}

type Members = Record<string, unknown>
const require = createRequire(import.meta.url)
const isFunction = (value: unknown): value is (...given: unknown[]) => unknown => typeof value === 'function'

/** A page as a component: the simulator knows nothing else. */
function definePage(definition: Members): void {
  const members = Object.entries(definition)
  const component: unknown = Reflect.get(globalThis, 'Component')
  if (!isFunction(component)) throw new Error('the simulator is not loading a component')
  component({
    ...Object.fromEntries(members.filter(([, member]) => !isFunction(member))),
    methods: Object.fromEntries(members.filter(([, member]) => isFunction(member))),
  })
}

/** WeChat's globals for one process, as far as a first paint without network needs them. */
function installGlobals(stack: unknown[]): { app: () => Members } {
  let app: Members = {}
  const silent = () => undefined
  const defineApp = (definition: Members) => {
    app = definition
  }
  const never = () => new Promise(silent)
  const wx: Members = {
    getStorageSync: () => '',
    setStorageSync: silent,
    removeStorageSync: silent,
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    onNetworkStatusChange: silent,
    offNetworkStatusChange: silent,
    getNetworkType: never,
    showShareMenu: never,
    nextTick: (act: () => void) => setTimeout(act),
    cloud: { init: silent, callFunction: never },
  }
  Object.assign(globalThis, {
    wx: Object.assign(Reflect.get(globalThis, 'wx') ?? {}, { webpackJsonp: undefined }, wx),
    App: defineApp,
    getApp: () => app,
    getCurrentPages: () => stack,
    Page: definePage,
  })
  return { app: () => app }
}

const { app } = compiledWeapp()
const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]

test.each(pages)('miniprogram-simulate shows %s', async (path) => {
  for (const file of Object.keys(require.cache))
    if (file.startsWith(buildFolder) || /miniprogram-simulate|j-component|miniprogram-exparser/.test(file))
      delete require.cache[file]
  const simulate: Simulate = require('miniprogram-simulate')
  const stack: unknown[] = []
  const globals = installGlobals(stack)
  require(join(buildFolder, 'app.js'))
  const { onLaunch } = globals.app()
  if (isFunction(onLaunch)) onLaunch.call(globals.app(), { path, query: {}, scene: 1001 })

  const page = simulate.render(
    simulate.load(join(buildFolder, path), 'page', { rootPath: buildFolder, compiler: 'official' }),
  )
  page.attach(document.body.appendChild(document.createElement('div')))
  stack.push(Object.assign(page.instance, { route: path }))
  for (const name of ['onLoad', 'onShow']) {
    const call = page.instance[name]
    if (isFunction(call)) call.call(page.instance, {})
  }
  await expect.poll(() => page.dom.querySelectorAll('wx-view').length, { timeout: 5_000 }).toBeGreaterThan(1)
  page.detach()
})
