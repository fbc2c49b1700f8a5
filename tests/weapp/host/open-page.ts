import type { Instance, MadePage } from './framework'
import type { Life } from './life'
import type { PageWindow } from './screen'

export type Query = Readonly<Record<string, string>>

/** What a page answers when it is shared. */
export interface SharePayload {
  title?: string
  path?: string
  query?: string
  imageUrl?: string
}

/** A page on the stack: its instance, its window, and WeChat's calls to it. */
export class OpenPage {
  constructor(
    readonly path: string,
    readonly query: Query,
    readonly isTab: boolean,
    readonly made: MadePage,
    readonly window: PageWindow,
    private readonly life: Life,
  ) {}

  get element(): HTMLElement {
    return this.made.element
  }

  get instance(): Instance {
    return this.made.instance
  }

  handles(name: string): boolean {
    return typeof this.instance[name] === 'function'
  }

  /** Calls one of the page's own functions, such as `onShow`; undefined when it has none or it threw. */
  call(name: string, ...given: unknown[]): unknown {
    const act = this.instance[name]
    return typeof act === 'function' ? this.life.guard(() => act.apply(this.instance, given)) : undefined
  }

  load(): void {
    this.call('onLoad', { ...this.query })
    this.show()
    this.life.setTimeout(() => this.call('onReady'))
  }

  show(): void {
    this.window.show()
    this.call('onShow')
  }

  hide(): void {
    this.call('onHide')
    this.window.hide()
  }

  unload(): void {
    this.call('onUnload')
    this.remove()
  }

  /** Without a word to the page, as when the process dies. */
  remove(): void {
    this.made.release()
    this.window.remove()
  }
}
