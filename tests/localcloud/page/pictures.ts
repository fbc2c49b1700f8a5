import type { Page } from 'playwright-core'

/** A state of the page worth a picture. */
export interface Pictured {
  name: string
  /** The address behind `#`. */
  at: string
  /** Brings it about. */
  by?: (page: Page) => Promise<void>
}

/** The first row of the view's first table. */
const firstRow = (page: Page) => page.locator('.ant-table-row').first()

export const pictured: readonly Pictured[] = [
  { name: 'collections', at: '/collections' },
  { name: 'documents', at: '/collections/books' },
  {
    name: 'filter-wrong',
    at: '/collections/books',
    by: async (page) => {
      await page.locator('.filter textarea').fill('{ shelf: "小说", price: { $less: 3000 } }')
    },
  },
  {
    name: 'filter-chosen',
    at: '/collections/books',
    by: async (page) => {
      await page.locator('.filter .ant-segmented-item').nth(1).click()
      const condition = page.locator('.condition').first()
      await condition.locator('input').first().fill('shelf')
      await condition.locator('input').last().fill('小说')
      await page.locator('.filter > .ant-flex > .ant-btn').first().click()
      await page.locator('.found .ant-tag').waitFor()
    },
  },
  { name: 'document', at: '/collections/books', by: (page) => firstRow(page).click() },
  {
    name: 'document-edit',
    at: '/collections/books',
    by: async (page) => {
      await firstRow(page).click()
      await page.locator('.ant-drawer .ant-btn-primary').click()
      const editor = page.locator('.ant-drawer textarea')
      await editor.fill((await editor.inputValue()).replace('"price": 2800', '"price": 28元'))
    },
  },
  { name: 'indexes', at: '/collections/orders?show=indexes' },
  { name: 'empty-collection', at: '/collections/scratch' },
  { name: 'functions', at: '/functions' },
  { name: 'calls', at: '/calls' },
  {
    name: 'call',
    at: '/calls?outcome=failed',
    by: (page) => firstRow(page).click(),
  },
  { name: 'timers', at: '/timers' },
  {
    name: 'console-call',
    at: '/console?function=shop',
    by: async (page) => {
      await page.locator('textarea').first().fill('{ action: "list", shelf: "戏剧" }')
      await page.locator('.form .ant-btn-primary').click()
      await page.locator('.ant-card .code-view').waitFor()
    },
  },
  { name: 'console-http', at: '/console?tab=http' },
  { name: 'console-push', at: '/console?tab=push' },
  { name: 'messages', at: '/messages' },
  { name: 'message', at: '/messages', by: (page) => page.locator('.ant-table-row').nth(3).click() },
  { name: 'codes', at: '/messages?tab=codes' },
  { name: 'acceptances', at: '/messages?tab=acceptances' },
  { name: 'checks', at: '/messages?tab=checks' },
  { name: 'clock', at: '/clock' },
  { name: 'faults', at: '/faults' },
  {
    name: 'fault-form',
    at: '/faults',
    by: async (page) => {
      await page.locator('.page-head-actions .ant-btn-primary').click()
      await page.locator('.ant-modal form').waitFor()
    },
  },
  { name: 'inside', at: '/inside' },
  { name: 'state', at: '/state' },
  { name: 'nowhere', at: '/nowhere' },
]
