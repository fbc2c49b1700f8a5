import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

afterEach(cleanup)

/** What Ant Design asks of a browser and jsdom does not have: how wide the window is, and whether something grew. */
vi.stubGlobal('matchMedia', (media: string) => ({
  matches: false,
  media,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
}))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)
