import type { BuiltInElement, MakeBuiltIn, WeChatAround } from './built-in'

/** A finger that moves less than this has not turned the page, px. */
const turningPx = 40
const defaultInterval = 5_000
const defaultDuration = 500

/** `<swiper>`: one item at a time; a finger, the clock or the page itself brings another. */
export const swiper: MakeBuiltIn = (weChat) => {
  const shown = new WeakMap<HTMLElement, Slides>()
  return {
    properties: [
      ...['indicatorDots', 'indicatorColor', 'indicatorActiveColor', 'autoplay', 'current', 'interval', 'duration'],
      ...['circular', 'vertical', 'previousMargin', 'nextMargin', 'displayMultipleItems', 'snapToEdge'],
      ...['easingFunction', 'layoutType', 'transformerType', 'indicatorType', 'indicatorMargin', 'indicatorSpacing'],
      ...['indicatorRadius', 'indicatorWidth', 'indicatorHeight', 'indicatorAlignment', 'indicatorOffset'],
      ...['scrollWithAnimation', 'cacheExtent'],
    ],
    attached(self) {
      const slides = new Slides(self, weChat)
      shown.set(self.dom, slides)
      slides.begin()
    },
    changed: (self) => shown.get(self.dom)?.follow(),
  }
}

/** `<swiper-item>`: placed by the swiper around it. */
export const swiperItem: MakeBuiltIn = () => ({
  properties: ['itemId', 'skipHiddenItemLayout'],
  changed: ({ dom, attribute }) => {
    dom.dataset.itemId = String(attribute('itemId') ?? '')
  },
})

class Slides {
  private current = 0
  /** `current` as the page last set it: setting it again brings the swiper back to it. */
  private wanted = 0
  private start = { x: 0, y: 0 }
  private turning: number | undefined

  constructor(
    private readonly self: BuiltInElement,
    private readonly weChat: WeChatAround,
  ) {}

  begin(): void {
    const { dom } = this.self
    this.current = this.wanted = this.asked()
    this.place()
    new MutationObserver(() => this.place()).observe(dom, { childList: true, subtree: true })
    dom.addEventListener('touchstart', (event) => {
      this.start = pointOf(event)
    })
    dom.addEventListener('touchend', (event) => this.lifted(pointOf(event)))
    this.setClock()
  }

  follow(): void {
    if (this.asked() !== this.wanted) {
      this.wanted = this.asked()
      this.turn(this.wanted, '')
    }
    this.place()
    this.setClock()
  }

  private lifted({ x, y }: { x: number; y: number }): void {
    const moved = this.self.attribute('vertical') ? y - this.start.y : x - this.start.x
    if (Math.abs(moved) >= turningPx) this.turn(this.current + (moved < 0 ? 1 : -1), 'touch')
  }

  private turn(to: number, source: 'touch' | 'autoplay' | ''): void {
    const count = this.items().length
    if (count === 0) return
    const around = this.self.attribute('circular') || source === 'autoplay'
    const next = around ? (to + count) % count : Math.max(0, Math.min(count - 1, to))
    if (next === this.current) return
    this.current = next
    this.place()
    const detail = { current: next, currentItemId: this.items()[next]?.dataset.itemId ?? '', source }
    this.self.send('change', detail)
    const duration = Number(this.self.attribute('duration') ?? defaultDuration)
    this.weChat.timers.setTimeout(() => this.self.send('animationfinish', detail), duration)
  }

  private setClock(): void {
    this.weChat.timers.clear(this.turning)
    if (!this.self.attribute('autoplay')) return
    const interval = Number(this.self.attribute('interval') ?? defaultInterval)
    this.turning = this.weChat.timers.setTimeout(() => {
      if (!this.self.dom.isConnected) return
      this.turn(this.current + 1, 'autoplay')
      this.setClock()
    }, interval)
  }

  private place(): void {
    const axis = this.self.attribute('vertical') ? 'Y' : 'X'
    for (const [index, item] of this.items().entries())
      item.style.transform = `translate${axis}(${(index - this.current) * 100}%)`
  }

  private items(): HTMLElement[] {
    return [...this.self.dom.querySelectorAll<HTMLElement>('wx-swiper-item')]
  }

  private asked(): number {
    return Number(this.self.attribute('current') ?? 0)
  }
}

const pointOf = (event: Event) => {
  const finger = 'changedTouches' in event && event instanceof TouchEvent ? event.changedTouches[0] : undefined
  return { x: finger?.clientX ?? 0, y: finger?.clientY ?? 0 }
}
