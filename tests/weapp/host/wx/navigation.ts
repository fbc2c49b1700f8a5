import type { Asynchronous } from './typed'
import type { WxWorld } from './world'

export function navigation({ pages }: WxWorld): Asynchronous {
  return {
    navigateTo: ({ url }) => void pages.navigateTo(url),
    redirectTo: ({ url }) => void pages.redirectTo(url),
    reLaunch: ({ url }) => void pages.reLaunch(url),
    switchTab: ({ url }) => void pages.switchTab(url),
    navigateBack: ({ delta }) => void pages.navigateBack(delta),
    setNavigationBarTitle: ({ title }) => void pages.top.window.rename(title),
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
