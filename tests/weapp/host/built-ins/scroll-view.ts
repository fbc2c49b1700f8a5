import type { MakeBuiltIn } from './built-in'

const threshold = 50

/** `<scroll-view>`: scrolls only in the directions it was told. */
export const scrollView: MakeBuiltIn = () => ({
  properties: [
    ...['scrollX', 'scrollY', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'scrollWithAnimation', 'upperThreshold'],
    ...['lowerThreshold', 'enableBackToTop', 'enableFlex', 'scrollAnchoring', 'enhanced', 'bounces', 'showScrollbar'],
    ...['pagingEnabled', 'fastDeceleration', 'refresherEnabled', 'refresherTriggered', 'refresherThreshold'],
    ...['refresherDefaultStyle', 'refresherBackground', 'enablePassive', 'type', 'reverse', 'clip', 'cacheExtent'],
    ...['enablePassive', 'usingSticky', 'minDragDistance', 'scrollIntoViewWithinExtent'],
    ...['scrollIntoViewAlignment', 'padding', 'refresherTwoLevelEnabled', 'refresherTwoLevelTriggered'],
    ...['refresherTwoLevelThreshold', 'refresherTwoLevelCloseThreshold', 'refresherTwoLevelScrollEnabled'],
    ...['refresherBallisticRefreshEnabled', 'refresherTwoLevelPinned', 'associativeContainer'],
  ],
  attached(self) {
    const { dom } = self
    dom.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = dom
      self.send('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
      const near = Number(self.attribute('lowerThreshold') ?? threshold)
      if (scrollTop + clientHeight >= scrollHeight - near) self.send('scrolltolower', { direction: 'bottom' })
    })
  },
  changed({ dom, attribute }) {
    dom.style.overflowX = attribute('scrollX') ? 'auto' : 'hidden'
    dom.style.overflowY = attribute('scrollY') ? 'auto' : 'hidden'
  },
})
