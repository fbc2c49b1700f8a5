import type { WeappPackage } from '../package/weapp-package'
import { baseStyle } from './built-ins/base-style'

const navigationBarHeight = 91
const tabBarHeight = 50
/** Below the tab bar, or at the page's own edge where there is none. */
const homeIndicatorHeight = 34

/** Layout of WeChat's own bars around the page's window. Plain, and never measured by a test. */
const barsStyle = `
.wechat-bar { position: absolute; left: 0; right: 0; display: flex; font: 17px/1.3 sans-serif; background: #fff; color: #111; z-index: 1 }
.wechat-navigation { top: 0; height: ${navigationBarHeight}px; align-items: flex-end; justify-content: center; padding-bottom: 10px; box-sizing: border-box }
.wechat-tabs { bottom: 0; height: ${tabBarHeight + homeIndicatorHeight}px }
.wechat-tab { flex: 1; text-align: center; font-size: 12px; padding-top: 6px; color: #5c534d }
.wechat-tab[aria-selected=true] { color: #c8161d }
.wechat-tab img { display: block; width: 28px; height: 28px; margin: 0 auto }
/* The transform makes this box, not the browser's window, what fixed elements hold on to. */
.wechat-window { position: absolute; left: 0; right: 0; top: ${navigationBarHeight}px; bottom: 0; transform: translate(0); overflow: hidden }
.wechat-scroller { height: 100%; overflow: hidden auto }
@media (prefers-color-scheme: dark) { .wechat-bar { background: #1f1b18; color: #f4efea } .wechat-tab { color: #c7beb6 } }
`

/** One page's window between the bars. */
export interface PageWindow {
  /** Where the page stands; it scrolls here. */
  scroller: HTMLElement
  show(): void
  hide(): void
  remove(): void
}

/** What WeChat draws around the pages: navigation bar, tab bar, one window a page. */
export class Screen {
  private readonly title: HTMLElement
  private readonly tabs: HTMLElement | null
  private readonly styles: HTMLStyleElement[]

  constructor(
    private readonly weapp: WeappPackage,
    onTab: (path: string, index: number) => void,
  ) {
    // glass-easel's listeners stay on the body for good: each host gets its own.
    document.body.replaceWith(document.createElement('body'))
    this.styles = [baseStyle, barsStyle, weapp.styles.app ?? ''].map(addStyle)
    this.title = element('header', 'wechat-bar wechat-navigation')
    this.tabs = weapp.app.tabBar ? element('nav', 'wechat-bar wechat-tabs') : null
    for (const [index, { pagePath, text, iconPath }] of (weapp.app.tabBar?.list ?? []).entries()) {
      const tab = element('div', 'wechat-tab')
      const icon = weapp.images[iconPath ?? '']
      if (icon) tab.append(Object.assign(document.createElement('img'), { src: icon, alt: '' }))
      tab.append(text)
      tab.dataset.path = pagePath
      tab.addEventListener('click', () => onTab(pagePath, index))
      this.tabs?.append(tab)
    }
    document.body.append(this.title, ...(this.tabs ? [this.tabs] : []))
  }

  /** Height of the window of a page, px. */
  windowHeight(isTab: boolean): number {
    return window.innerHeight - navigationBarHeight - (isTab ? tabBarHeight + homeIndicatorHeight : 0)
  }

  open(path: string, isTab: boolean): PageWindow {
    const frame = element('main', 'wechat-window')
    const scroller = element('div', 'wechat-scroller')
    frame.append(scroller)
    frame.style.setProperty('--window-height', `${this.windowHeight(isTab)}px`)
    frame.style.setProperty('--safe-bottom', isTab ? '0px' : `${homeIndicatorHeight}px`)
    if (isTab) frame.style.bottom = `${tabBarHeight + homeIndicatorHeight}px`
    document.body.insertBefore(frame, this.tabs)
    const style = addStyle(this.weapp.styles[path] ?? '')
    return {
      scroller,
      show: () => {
        style.disabled = false
        frame.style.display = ''
        this.label(path, isTab)
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

  setTitle(title: string): void {
    this.title.textContent = title
  }

  close(): void {
    for (const style of this.styles) style.remove()
    document.body.replaceWith(document.createElement('body'))
  }

  private label(path: string, isTab: boolean): void {
    const { window: appWindow } = this.weapp.app
    this.setTitle(String(this.weapp.components[path]?.navigationBarTitleText ?? appWindow.navigationBarTitleText ?? ''))
    if (!this.tabs) return
    this.tabs.style.display = isTab ? '' : 'none'
    for (const tab of this.tabs.querySelectorAll<HTMLElement>('.wechat-tab'))
      tab.setAttribute('aria-selected', String(tab.dataset.path === path))
  }
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
