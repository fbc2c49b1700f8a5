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
  /** Shows or hides a mark in the element's own template. */
  show(data: Record<string, unknown>): void
  /** Sends an event to the page. */
  send(event: string, detail: Record<string, unknown>): void
  /** Acts on a tap before the page hears of it; returning false keeps it from the page. */
  onTap(act: () => boolean | undefined): void
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
  forbiddenInSinglePage(what: string): boolean
  report(kind: 'error' | 'wx' | 'single-page', message: string): void
}

export type MakeBuiltIn = (weChat: WeChatAround) => BuiltIn
