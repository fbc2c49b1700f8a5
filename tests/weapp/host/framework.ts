import { type ComponentEnv, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { folderOf, resolvePath } from '../package/paths'
import type { WeappPackage } from '../package/weapp-package'
import { builtIns } from './built-ins/all'
import type { WeChatAround } from './built-ins/built-in'
import { definitionOf, elementBehind } from './built-ins/definition'
import type { BuiltInName } from './built-ins/templates'
import type { Faults } from './faults'
import type { SetDataCrossing } from './set-data'
import { isFrameworkEvent, weChatEvent } from './wechat-event'

type Method = (...given: unknown[]) => unknown
export type Definition = Record<string, unknown>

/** A page's or component's instance as its script knows it. */
export interface Instance {
  is: string
  setData(data: Record<string, unknown>, done?: () => void): void
  [member: string]: unknown
}

/** A page as the framework has made it. */
export interface MadePage {
  instance: Instance
  element: HTMLElement
  /** The elements that one of WeChat's selectors finds, such as `#poster` or `.card`. */
  query(selector: string): HTMLElement[]
  /** Puts the page into its window. */
  appear(): void
  release(): void
}

/** WeChat's own component framework in this window, with the package's templates and our imitations of its components. */
export class Framework {
  private readonly environment = new MiniProgramEnv()
  private readonly space
  private readonly backend
  private readonly ended: (() => void)[] = []
  private readonly defined = new Set<string>()
  private current: ComponentEnv | null = null

  constructor(
    private readonly weapp: WeappPackage,
    private readonly crossing: SetDataCrossing,
    private readonly faults: Faults,
    weChat: WeChatAround,
    /** Told of what a page's own functions threw. */
    private readonly uncaught: (error: unknown) => void,
  ) {
    Object.assign(glassEasel.globalOptions, { throwGlobalError: false })
    this.listenForComplaints()
    const window = new glassEasel.CurrentWindowBackendContext()
    const templates = new Function(`return ${weapp.templates}`)()
    const templateOf = (path: string) => ({ groupList: templates, content: templates[path] })

    const common = this.environment.getGlobalCodeSpace()
    for (const name of Object.keys(builtIns) as BuiltInName[]) {
      common.addComponentStaticConfig(name, { component: true })
      common.addCompiledTemplate(name, templateOf(`built-in/${name}`))
      common
        .component(name)
        .definition(definitionOf(builtIns[name](weChat)))
        .register()
    }
    this.space = this.environment.createCodeSpace('app', true)
    this.space.setOverallBehavior(this.crossingBehavior())
    for (const name of Object.keys(builtIns))
      this.space
        .getComponentSpace()
        .setGlobalUsingComponent(name, common.getComponentSpace().getComponentByUrl(name, ''))
    for (const [path, { component, usingComponents }] of Object.entries(weapp.components)) {
      this.space.addComponentStaticConfig(path, { ...(component && { component }), usingComponents })
      this.space.addCompiledTemplate(path, templateOf(path))
    }
    this.backend = this.environment.associateBackend(window)
    window.onEvent((target, type, detail, options) => {
      const event = new glassEasel.Event(type, detail, options)
      glassEasel.Event.dispatchEvent(target, event)
      return event.getEventBubbleStatus()
    })
  }

  /** `Page` and `Component` as scripts know them. They are the same for all files: bundlers share closures between files. */
  readonly constructors = {
    Page: (definition: Definition) => this.environmentOf('Page').Page(withWeChatEvents(definition)),
    Component: (definition: Definition) => {
      const { methods } = definition
      const translated = isRecord(methods) ? { ...definition, methods: withWeChatEvents(methods) } : definition
      this.environmentOf('Component').Component(translated)
    },
    Behavior: (definition: Definition) => this.environmentOf('Behavior').Behavior(definition),
  }

  /** Runs the scripts of a page or component and of all that it uses. */
  define(path: string, run: (file: string) => void): void {
    if (this.defined.has(path)) return
    this.defined.add(path)
    for (const used of Object.values(this.weapp.components[path]?.usingComponents ?? {}))
      this.define(resolvePath(folderOf(path), used), run)
    this.space.componentEnv(path, (environment) => {
      const outer = this.current
      this.current = environment
      try {
        run(`${path}.js`)
      } finally {
        this.current = outer
      }
    })
  }

  /** Makes a page for this window. */
  make(path: string, parent: HTMLElement): MadePage {
    const root = this.backend.createRoot('page', this.space, path)
    const component = root.getComponent()
    const element = elementBehind(component)
    if (!element) throw new Error(`${path} has no element`)
    const placeHolder = parent.appendChild(document.createElement('div'))
    return {
      instance: root.get() as unknown as Instance,
      element,
      query: (selector) =>
        (component.getShadowRoot()?.querySelectorAll(selector) ?? []).flatMap((found) => elementBehind(found) ?? []),
      appear: () => root.attach(parent as never, placeHolder as never),
      release: () => root.release(),
    }
  }

  end(): void {
    for (const act of this.ended) act()
  }

  private environmentOf(name: string): ComponentEnv {
    if (!this.current) throw new Error(`${name}() outside the script of a page or component`)
    return this.current
  }

  private listenForComplaints(): void {
    const onError = (error: unknown) => {
      this.faults.report('framework', error)
      this.uncaught(error)
      return false
    }
    const onWarning = (message: string) => {
      // Taro sets every attribute a component has in any platform; WeChat passes over those it does not know.
      if (!/is not a valid property/.test(message)) this.faults.report('framework', message)
      return false
    }
    glassEasel.addGlobalErrorListener(onError)
    glassEasel.addGlobalWarningListener(onWarning)
    this.ended.push(() => {
      glassEasel.removeGlobalErrorListener(onError)
      glassEasel.removeGlobalWarningListener(onWarning)
    })
  }

  /** Every page's and component's `setData` goes through the crossing. */
  private crossingBehavior(): glassEasel.GeneralBehavior {
    const { crossing } = this
    return glassEasel.registerBehavior({
      lifetimes: {
        created() {
          const instance = this as unknown as Instance
          const set = instance.setData.bind(instance)
          instance.setData = (data, done) => {
            set(crossing.carry(instance.is, data))
            if (done) setTimeout(() => done.call(instance))
          }
        },
      },
    }) as unknown as glassEasel.GeneralBehavior
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Every function gets WeChat's event where glass-easel passes its own. */
function withWeChatEvents(members: Record<string, unknown>): Record<string, unknown> {
  const translated = (act: Method): Method =>
    function (this: unknown, first, ...rest) {
      return act.call(this, isFrameworkEvent(first) ? weChatEvent(first) : first, ...rest)
    }
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      typeof member === 'function' ? translated(member as Method) : member,
    ]),
  )
}
