import type { DrumSheet } from '../picker-sheet'

/** One of WeChat's components as this host imitates it: what it takes, and what it does as its element. */
export interface BuiltIn {
  /** Attributes, in camel case, that Taro's templates set. */
  properties: readonly string[]
  /** The element has come to the page. */
  attached?(self: BuiltInElement): void
  /** Some attributes have changed; also called once before `attached`. */
  changed?(self: BuiltInElement): void
}

/** A built-in component's element, as its behaviour sees it. */
export interface BuiltInElement {
  readonly dom: HTMLElement
  /** The HTML element inside that does the work, such as the `<img>` of an image; marked by the class `inner`. */
  inner(): HTMLElement | null
  /** An attribute as the page set it; undefined when it was not set. */
  attribute(name: string): unknown
  /** Shows or hides a mark in the element's own template; changes what it holds of an attribute. */
  show(data: Record<string, unknown>): void
  /** Sends an event to the page. */
  send(event: string, detail: Record<string, unknown>): void
  /** Acts on a tap, given where the finger was, before the page hears of it; returning false keeps it from the page. */
  onTap(act: (origin: EventTarget | null) => boolean | undefined): void
  /** The dataset and id that the page gave. */
  identity(): { id: string; dataset: Record<string, unknown> }
}

/** What a component may ask of WeChat around it. */
export interface WeChatAround {
  scene(): number
  /** The customer pressed a button that shares the page. */
  share(button: { id: string; dataset: Record<string, unknown> }): void
  /** Address of a picture of the package, as an element of a page names it; null when there is none. */
  picture(src: string, element: HTMLElement): string | null
  /** The element of this id on the page on which another one stands. */
  withId(id: string, inside: HTMLElement): HTMLElement | null
  /** What `getphonenumber` says: a code for the cloud, or that the customer would not. */
  phoneNumber(): Promise<Record<string, unknown>>
  /** What `opensetting` says. */
  settings(): Record<string, unknown>
  agreeToPrivacy(buttonId: string): void
  /** WeChat's own drums rise above the page. */
  openDrums(sheet: DrumSheet): { redraw(): void }
  /** Of the mini-program's process: nothing fires after its end. */
  timers: { setTimeout(act: () => void, delay: number): number; clear(id?: number): void }
  alive(): boolean
  forbiddenInSinglePage(what: string): boolean
  report(kind: 'error' | 'wx' | 'single-page', message: string): void
}

export type MakeBuiltIn = (weChat: WeChatAround) => BuiltIn
