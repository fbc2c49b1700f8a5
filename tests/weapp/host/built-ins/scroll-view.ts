import type { BuiltInElement, MakeBuiltIn, WeChatAround } from './built-in'

const threshold = 50

/** `<scroll-view>`: scrolls only in the directions it was told, by a finger or by what the page sets. */
export const scrollView: MakeBuiltIn = (weChat) => ({
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
    const before = { top: 0, left: 0 }
    dom.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = dom
      const deltaY = before.top - scrollTop
      const deltaX = before.left - scrollLeft
      Object.assign(before, { top: scrollTop, left: scrollLeft })
      self.send('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
      const upper = Number(self.attribute('upperThreshold') ?? threshold)
      const lower = Number(self.attribute('lowerThreshold') ?? threshold)
      if (deltaY > 0 && scrollTop <= upper) self.send('scrolltoupper', { direction: 'top' })
      if (deltaX > 0 && scrollLeft <= upper) self.send('scrolltoupper', { direction: 'left' })
      if (deltaY < 0 && scrollTop + clientHeight >= scrollHeight - lower)
        self.send('scrolltolower', { direction: 'bottom' })
      if (deltaX < 0 && scrollLeft + clientWidth >= scrollWidth - lower)
        self.send('scrolltolower', { direction: 'right' })
    })
  },
  changed(self) {
    const { dom, attribute } = self
    dom.style.overflowX = attribute('scrollX') ? 'auto' : 'hidden'
    dom.style.overflowY = attribute('scrollY') ? 'auto' : 'hidden'
    moveTo(self, weChat)
  },
})

/** Each wish of the page is carried out once: a finger may have moved on since. */
const carriedOut = new WeakMap<HTMLElement, Record<string, unknown>>()

function moveTo({ dom, attribute }: BuiltInElement, weChat: WeChatAround): void {
  const done = carriedOut.get(dom) ?? {}
  carriedOut.set(dom, done)
  const wish = (name: string, act: (value: unknown) => void) => {
    const value = attribute(name)
    if (value === undefined || value === '' || value === done[name]) return
    done[name] = value
    act(value)
  }
  wish('scrollTop', (top) => {
    dom.scrollTop = Number(top)
  })
  wish('scrollLeft', (left) => {
    dom.scrollLeft = Number(left)
  })
  wish('scrollIntoView', (id) => {
    const target = weChat.withId(String(id), dom)
    if (!target) return
    const place = target.getBoundingClientRect()
    const window = dom.getBoundingClientRect()
    if (attribute('scrollY')) dom.scrollTop += place.top - window.top
    if (attribute('scrollX')) dom.scrollLeft += place.left - window.left
  })
}
