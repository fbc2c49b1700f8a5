import type { WeappPackage } from '../package/weapp-package'
import { baseStyle } from './built-ins/base-style'
import { modalStyle } from './modal'
import { drumsStyle } from './picker-sheet'

const navigationBarHeight = 91
const tabBarHeight = 50
/** Below the tab bar, or at the page's own edge where there is none. */
const homeIndicatorHeight = 34

/** Layout of WeChat's own bars around the page's window. Plain, and never measured by a test. */
const barsStyle = `
.wechat-bar { position: absolute; left: 0; right: 0; display: flex; font: 17px/1.3 sans-serif; background: #fff; color: #111; z-index: 1 }
.wechat-navigation { top: 0; height: ${navigationBarHeight}px; align-items: flex-end; justify-content: center; padding-bottom: 10px; box-sizing: border-box }
.wechat-tabs { bottom: 0; height: ${tabBarHeight + homeIndicatorHeight}px }
.wechat-tab { flex: 1; display: flex; flex-direction: column; align-items: center; font-size: 12px; padding-top: 6px; color: #5c534d }
.wechat-tab[aria-selected=true] { color: #c8161d }
.wechat-tab[aria-selected=true] .wechat-icon, .wechat-tab:not([aria-selected=true]) .wechat-icon-selected { display: none }
.wechat-tab img { width: 28px; height: 28px; margin: 0 }
/* The transform makes this box, not the browser's window, what fixed elements hold on to. */
.wechat-window { position: absolute; left: 0; right: 0; top: ${navigationBarHeight}px; bottom: 0; transform: translate(0); overflow: clip }
.wechat-scroller { height: 100%; overflow: hidden auto }
@media (prefers-color-scheme: dark) { .wechat-bar { background: #1f1b18; color: #f4efea } .wechat-tab { color: #c7beb6 } }
`

/** One page's window between the bars. */
export interface PageWindow {
  /** Where the page stands; it scrolls here. */
  scroller: HTMLElement
  show(): void
  hide(): void
  /** The navigation bar's words from now on. */
  rename(title: string): void
  remove(): void
}

/** What WeChat draws around the pages: navigation bar, tab bar, one window a page. From Moments there is no tab bar, but the way in. */
export class Screen {
  private readonly title = element('header', 'wechat-bar wechat-navigation')
  private readonly foot = element('nav', 'wechat-bar wechat-tabs')
  private readonly styles: HTMLStyleElement[]

  constructor(
    private readonly weapp: WeappPackage,
    private readonly singlePage: boolean,
    onTab: (path: string, index: number) => void,
  ) {
    // glass-easel's listeners stay on the body for good: each host gets its own.
    document.body.replaceWith(document.createElement('body'))
    this.styles = [baseStyle, barsStyle, drumsStyle, modalStyle, weapp.styles.app ?? ''].map(addStyle)
    if (singlePage) this.foot.append(Object.assign(element('div', 'wechat-tab'), { textContent: '前往小程序' }))
    else
      for (const [index, tab] of (weapp.app.tabBar?.list ?? []).entries())
        this.foot.append(tabButton(tab, weapp, () => onTab(tab.pagePath, index)))
    document.body.append(this.title, this.foot)
  }

  open(path: string, isTab: boolean): PageWindow {
    const frame = element('main', 'wechat-window')
    const scroller = element('div', 'wechat-scroller')
    frame.dataset.page = path
    frame.append(scroller)
    const below = isTab || this.singlePage ? tabBarHeight + homeIndicatorHeight : 0
    frame.style.bottom = `${below}px`
    frame.style.setProperty('--window-height', `${window.innerHeight - navigationBarHeight - below}px`)
    frame.style.setProperty('--safe-bottom', below > 0 ? '0px' : `${homeIndicatorHeight}px`)
    document.body.insertBefore(frame, this.foot)
    const style = addStyle(this.weapp.styles[path] ?? '')
    let title: string | undefined
    return {
      scroller,
      show: () => {
        style.disabled = false
        frame.style.display = ''
        this.label(path, isTab, title)
      },
      rename: (next) => {
        title = next
        this.title.textContent = next
      },
      hide: () => {
        style.disabled = true
        frame.style.display = 'none'
      },
      remove: () => {
        frame.remove()
        style.remove()
      },
    }
  }

  /** The page in which an element stands. */
  pageOf(inside: HTMLElement): string {
    return inside.closest<HTMLElement>('[data-page]')?.dataset.page ?? ''
  }

  close(): void {
    for (const style of this.styles) style.remove()
    document.body.replaceWith(document.createElement('body'))
  }

  private label(path: string, isTab: boolean, title?: string): void {
    const { navigationBarTitleText, navigationBarBackgroundColor, navigationBarTextStyle } = {
      ...this.weapp.app.window,
      ...this.weapp.components[path],
    }
    this.title.textContent = title ?? String(navigationBarTitleText ?? '')
    // A name with @ is one of theme.json; then the bar keeps its own colours.
    const ground = String(navigationBarBackgroundColor ?? '@')
    this.title.style.background = ground.startsWith('@') ? '' : ground
    this.title.style.color = ground.startsWith('@') ? '' : String(navigationBarTextStyle ?? '')
    this.foot.style.display = isTab || this.singlePage ? '' : 'none'
    for (const tab of this.foot.querySelectorAll<HTMLElement>('.wechat-tab'))
      tab.setAttribute('aria-selected', String(tab.dataset.path === path))
  }
}

type Tab = NonNullable<WeappPackage['app']['tabBar']>['list'][number]

function tabButton({ pagePath, text, iconPath, selectedIconPath }: Tab, weapp: WeappPackage, act: () => void) {
  const button = element('div', 'wechat-tab')
  button.dataset.path = pagePath
  for (const [file, className] of [
    [iconPath, 'wechat-icon'],
    [selectedIconPath, 'wechat-icon-selected'],
  ] as const) {
    const src = file && weapp.images[file]
    if (src) button.append(Object.assign(document.createElement('img'), { src, className, alt: '' }))
  }
  button.append(text)
  button.addEventListener('click', act)
  return button
}

function element(tag: string, className: string): HTMLElement {
  return Object.assign(document.createElement(tag), { className })
}

function addStyle(css: string): HTMLStyleElement {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  return style
}
