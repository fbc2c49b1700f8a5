import { Refused } from '../refused'
import type { Asynchronous } from './typed'
import type { WxWorld } from './world'

export function navigation({ pages }: WxWorld): Asynchronous {
  /** The dot itself is not drawn. WeChat lets only a page of the tab bar set it. */
  const redDot = () => {
    if (!pages.isTab(pages.top.path)) throw new Refused('not TabBar page')
    return undefined
  }
  return {
    navigateTo: ({ url }) => void pages.navigateTo(url),
    redirectTo: ({ url }) => void pages.redirectTo(url),
    reLaunch: ({ url }) => void pages.reLaunch(url),
    switchTab: ({ url }) => void pages.switchTab(url),
    navigateBack: ({ delta }) => void pages.navigateBack(delta),
    setNavigationBarTitle: ({ title }) => void pages.top.window.rename(title),
    showTabBarRedDot: redDot,
    hideTabBarRedDot: redDot,
    stopPullDownRefresh: () => undefined,
    pageScrollTo: ({ scrollTop, selector }) => {
      const { scroller } = pages.top.window
      const target = selector === undefined ? undefined : pages.top.made.query(selector)[0]
      if (selector !== undefined && !target) throw new Error(`can not find ${selector}`)
      const top = target ? target.getBoundingClientRect().top - scroller.getBoundingClientRect().top : 0
      scroller.scrollTop = target ? scroller.scrollTop + top : (scrollTop ?? 0)
      return undefined
    },
  }
}
