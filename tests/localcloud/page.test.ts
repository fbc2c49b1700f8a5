import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LocalCloud } from '#localcloud/local-cloud'
import { startBrowser } from '../journeys/browser'
import { startBookshop } from './page/bookshop'
import { pictured } from './page/pictures'

let cloud: LocalCloud
let browser: Browser
let page: Page
let folder = ''
/** What the browser complained of since the last test. */
const complaints: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'localcloud-page-'))
  ;[cloud, browser] = await Promise.all([startBookshop(), startBrowser()])
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: cloud.url })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.addInitScript(
    () => localStorage.getItem('localcloud.language') ?? localStorage.setItem('localcloud.language', 'zh'),
  )
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(cloud.url)
})
afterAll(async () => {
  await browser.close()
  await cloud.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  complaints.length = 0
  return () => expect(complaints).toEqual([])
})

const open = async (view: string) => {
  await page.goto(`${cloud.url}/#/${view}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // What the view before had open keeps the keyboard until it has gone.
  await expect.poll(() => page.locator('[role=dialog]:visible').count()).toBe(0)
}
const button = (name: string) => page.getByRole('button', { name })
const dialog = () => page.getByRole('dialog').last()
const documentsOf = async (collectionName: string, query: object): Promise<unknown[]> => {
  const request = { action: 'database.getDocument', queryType: 'WHERE', collectionName, query: JSON.stringify(query) }
  const response = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(request) })
  return (await response.json()).data.list.map((text: string) => JSON.parse(text))
}

describe('in each view something is done', () => {
  it('a filter that is wrong says where, a sound one finds by an index, and the found document is changed', async () => {
    await open('collections')
    await page
      .getByRole('link', { name: /^books/ })
      .first()
      .click()
    const filter = page.getByRole('textbox', { name: '筛选条件（Mongo 写法）' })
    await filter.fill('{ shelf: "戏剧", stock: { $above: 3 } }')
    expect(await page.getByRole('alert').textContent()).toBe('第 1 行第 25 列数据库不认识运算符 $above')
    await filter.fill('{ shelf: "戏剧", stock: 35 }')
    await filter.press('Control+Enter')
    await page.getByText('用到索引 by-shelf').waitFor()
    await page.getByRole('row', { name: /book-5/ }).click()
    await dialog().getByRole('button', { name: '编辑' }).click()
    const editor = dialog().getByRole('textbox')
    await editor.fill((await editor.inputValue()).replace('"stock": 35', '"stock": 36'))
    await dialog().getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('没有符合条件的文档').waitFor()
    expect(await documentsOf('books', { _id: 'book-5' })).toMatchObject([{ stock: 36, isbn: '9787301000005' }])
  })

  it('a document that somebody changed meanwhile is not overwritten', async () => {
    await open('collections/settings')
    await page.getByRole('row', { name: /delivery/ }).click()
    await dialog().getByRole('button', { name: '编辑' }).click()
    const editor = dialog().getByRole('textbox')
    await editor.fill((await editor.inputValue()).replace('8800', '1'))
    await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      body: JSON.stringify({
        action: 'database.modifyDocument',
        collectionName: 'settings',
        queryType: 'DOC',
        query: '{"_id":"delivery"}',
        data: '{"$set":{"free":9900}}',
        merge: true,
        multi: false,
      }),
    })
    await editor.press('Control+Enter')
    await dialog().getByText('这条文档已经变了').waitFor()
    expect(await editor.inputValue()).toContain('"free": 1,')
    expect(await documentsOf('settings', {})).toMatchObject([{ free: 9900 }])
    // The refused request itself is the browser's own line.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await dialog().getByRole('button', { name: '读取最新内容' }).click()
    await dialog().getByText('9900').waitFor()
  })

  it('a document is added, and deleted after a question', async () => {
    await open('collections/scratch')
    await button('添加文档').click()
    await dialog().getByRole('textbox').fill("{ _id: 'new', at: ISODate('2026-09-08 10:00'), found: /a/i }")
    await dialog().getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('row', { name: /2026-09-08 10:00:00/ }).click()
    await dialog().getByRole('button', { name: '删除' }).click()
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '删除' }).click()
    await page.getByText('这个集合是空的').waitFor()
    expect(await documentsOf('scratch', {})).toEqual([])
  })

  it('functions: their last error leads to the call, which runs again after a question', async () => {
    await open('functions')
    await page.getByText('《活着》只剩').click()
    await dialog().getByText('缺货: book-3').waitFor()
    await dialog().getByRole('button', { name: '再次运行' }).click()
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '再次运行' }).click()
    await page.getByText('这次的结果').waitFor()
    expect(cloud.logs({ function: 'shop' }).filter(({ ok }) => !ok)).toHaveLength(2)
  })

  it('calls are found by what they were given, as they come', async () => {
    await open('calls')
    await page.keyboard.press('/')
    await page.keyboard.type('第一千册')
    await page.getByText('没有符合条件的调用').waitFor()
    await cloud.call('gateway', { MsgType: '第一千册' })
    await page.getByRole('row', { name: /gateway/ }).waitFor()
  })

  it('a timer runs now', async () => {
    await open('timers')
    await button('立即运行 notify/tidy').click()
    await dialog().getByText('次数据库操作').waitFor()
    expect(cloud.logs({ limit: 1 })).toMatchObject([{ function: 'notify', source: 'wx_trigger' }])
  })

  it('the consoles call as a person, over HTTP, and as WeChat', async () => {
    await open('console?function=shop')
    await page.getByRole('combobox', { name: '是谁（openid）' }).fill('oNew')
    await page.getByRole('textbox', { name: '参数' }).fill('{ action: "order", book: "book-8", copies: 1 }')
    await page.getByRole('textbox', { name: '参数' }).press('Control+Enter')
    await page.getByText('"total"').waitFor()
    expect(cloud.logs({ limit: 1 })).toMatchObject([{ openid: 'oNew', ok: true }])
    // For a moment after a tab is chosen the panel of the one before is still there, and so is a list that closes.
    const panel = (name: string) => page.getByRole('tabpanel', { name })
    const sendTo = async (name: string) => {
      await page.locator('.ant-select-item-option:visible').first().waitFor({ state: 'hidden' })
      await panel(name).getByRole('combobox', { name: '函数' }).click()
      await page.locator('.ant-select-item-option:visible', { hasText: 'gateway' }).click()
      await panel(name).getByRole('button', { name: '发送' }).click()
    }
    await page.getByRole('tab', { name: 'HTTP 访问' }).click()
    await page.getByRole('textbox', { name: '路径' }).fill('/stock?x=1')
    await sendTo('HTTP 访问')
    await page.getByText('状态 200').waitFor()
    await page.getByRole('tab', { name: '消息推送' }).click()
    await sendTo('消息推送')
    await panel('消息推送').getByText('"received"').waitFor()
    expect(cloud.logs({ limit: 1 })).toMatchObject([{ source: 'wx_unknown', openid: 'oPerson' }])
  })

  it('messages show what was sent, a code as a picture, and codes that were logged', async () => {
    await open('messages')
    await page
      .getByRole('row', { name: /scene=book=7/ })
      .first()
      .click()
    const picture = dialog().getByRole('img', { name: /小程序码/ })
    await picture.waitFor()
    expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(430)
    await dialog()
      .getByRole('button', { name: /关闭|Close/ })
      .click()
    await page.getByRole('tab', { name: '验证码' }).click()
    await page
      .getByRole('row', { name: /482913/ })
      .getByRole('button', { name: '复制 验证码' })
      .click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('482913')
  })

  it('the clock goes to an exact time', async () => {
    await open('clock')
    await page.getByRole('textbox', { name: '到指定时刻' }).fill('2026-12-24 18:00')
    await button('拨到这里').click()
    await expect.poll(() => page.getByTestId('cloud-time').textContent()).toMatch(/^2026-12-24 18:00/)
    expect(cloud.clock.now()).toBeGreaterThanOrEqual(Date.parse('2026-12-24T18:00:00+08:00'))
  })

  it('a fault is added, strikes, and is taken away', async () => {
    await open('faults')
    await button('添加故障').click()
    const action = dialog().getByRole('combobox', { name: '动作' })
    await action.fill('functions.c')
    await action.press('Enter')
    expect(await action.inputValue()).toBe('functions.call')
    await dialog().getByText('错误码', { exact: true }).click()
    await dialog().getByRole('button', { name: '添加', exact: true }).click()
    await page.getByRole('row', { name: /functions\.call/ }).waitFor()
    await expect(cloud.call('gateway', {})).rejects.toThrow('DATABASE_REQUEST_FAILED')
    await page.getByText('1 次').last().waitFor()
    await button('删除 functions.call').click()
    await expect.poll(() => cloud.faults().faults.map(({ action }) => action)).toEqual(['openapi.*'])
  })

  it('inside: how long actions take', async () => {
    await open('inside')
    await page.getByRole('row', { name: /database\.commitTransaction/ }).waitFor()
  })

  it('the whole state is replaced by a file after a question that says by what', async () => {
    const file = join(folder, 'state.localcloud')
    writeFileSync(
      file,
      '{"localcloud":1,"clockOffsetMs":0}\n{"collection":"settings","documents":["{\\"_id\\":\\"only\\"}"]}\n',
    )
    await open('state')
    await page.locator('input[type=file]').setInputFiles(file)
    await dialog()
      .getByRole('row', { name: /集合 books 60 —/ })
      .waitFor()
    await dialog().getByRole('button', { name: '替换' }).click()
    await page.getByText('已替换。原来的状态在这个文件里').waitFor()
    expect(await documentsOf('books', {})).toEqual([])
    expect(await documentsOf('settings', {})).toEqual([{ _id: 'only' }])
  })
})

describe('the page itself', () => {
  it('speaks English when asked to, and remembers it', async () => {
    await open('clock')
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { name: 'Clock', level: 1 }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Clock', level: 1 }).waitFor()
    expect(await page.title()).toBe('Local cloud')
    await page.getByText('中文', { exact: true }).click()
  })

  it('says when the cloud has stopped, and goes on when it is there again', async () => {
    await open('collections')
    const { port } = cloud
    await cloud.stop()
    await page.getByText('它可能已经停止').waitFor()
    cloud = await startBookshop(port)
    await page.getByText('它可能已经停止').waitFor({ state: 'hidden' })
    await page
      .getByRole('link', { name: /^books 60/ })
      .first()
      .waitFor()
    // The browser's own lines about a server that is not there.
    expect(complaints.splice(0).every((line) => line.includes('ERR_CONNECTION_REFUSED'))).toBe(true)
  })

  it('no view is wider than a tablet', async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    const wide: string[] = []
    for (const { name, at } of pictured.filter(({ by }) => by === undefined)) {
      await page.goto(`${cloud.url}/#${at}`)
      await page.locator('.content h1, .content .ant-empty').first().waitFor()
      await page.locator('.ant-skeleton').first().waitFor({ state: 'hidden' })
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 1024) wide.push(`${name}: ${width} px`)
    }
    expect(wide).toEqual([])
  })
})
