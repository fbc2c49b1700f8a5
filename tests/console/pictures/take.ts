import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openFirst, scenesOf } from './scenes'

/** A desk, and a tablet held across: the menu is a strip of icons there. */
export const screens = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 768 },
] as const
type Screen = (typeof screens)[number]

interface Studio {
  browser: Browser
  cloudUrl: string
  folder: string
  /** Scans and confirms the login that stands on the screen. */
  confirm: (ticketId: string, number: string) => Promise<void>
}

const DOOR = '**/console-api'

/** One picture of a page: as it stands, with something done on it, or while the cloud does not answer as it should. */
interface State {
  name: string
  cloud?: 'never' | 'unavailable'
  show?: (page: Page) => Promise<boolean>
}
const plain: State = { name: '' }
const everywhere: readonly State[] = [
  { name: '明细', show: openFirst },
  { name: '等待', cloud: 'never' },
  { name: '出错', cloud: 'unavailable' },
]

/** Every page that one role may open, in each state and on each screen; `wanted` chooses by a picture's name. */
export async function takePictures(
  studio: Studio,
  role: string,
  wanted: (name: string) => boolean,
  taken: (file: string) => void,
): Promise<void> {
  mkdirSync(studio.folder, { recursive: true })
  for (const screen of screens) {
    const page = await studio.browser.newPage({
      baseURL: studio.cloudUrl,
      viewport: screen,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    try {
      await logIn(page, studio, screen, wanted, taken)
      const count = await page.getByRole('menuitem').count()
      for (let index = 0; index < count; index += 1) {
        const title = await titleOf(page, index)
        for (const state of [plain, ...everywhere, ...(scenesOf[title] ?? [])])
          await takePage(page, studio, { role, screen, index, title, state }, wanted, taken)
      }
    } finally {
      await page.close()
    }
  }
}

async function logIn(
  page: Page,
  { confirm, folder }: Studio,
  screen: Screen,
  wanted: (name: string) => boolean,
  taken: (file: string) => void,
): Promise<void> {
  await page.goto('/console/')
  const shown = page.locator('[data-ticket]:not([data-ticket=""])')
  await shown.waitFor({ state: 'attached' })
  const name = `登录-${screen.name}`
  if (wanted(name)) await photograph(page, join(folder, `${name}.png`), taken)
  await confirm((await shown.getAttribute('data-ticket')) ?? '', (await shown.getAttribute('data-number')) ?? '')
  await page.getByRole('menuitem').first().waitFor()
}

async function titleOf(page: Page, index: number): Promise<string> {
  const entry = page.getByRole('menuitem').nth(index)
  return ((await entry.getAttribute('title')) ?? (await entry.textContent()) ?? '').trim()
}

interface Sight {
  role: string
  screen: Screen
  /** Place in the menu. */
  index: number
  title: string
  state: State
}

async function takePage(
  page: Page,
  { folder }: Studio,
  { role, screen, index, title, state }: Sight,
  wanted: (name: string) => boolean,
  taken: (file: string) => void,
): Promise<void> {
  const name = [title, role, ...(state.name ? [state.name] : []), screen.name].join('-')
  if (!wanted(name)) return
  await page.getByRole('menuitem').nth(index).click()
  if (state.cloud) await anew(page, state.cloud)
  await settled(page, state)
  const shown = await show(page, state)
  if (shown) await photograph(page, join(folder, `${name}.png`), taken)
  if (state === plain) return
  await page.unroute(DOOR)
  await page.reload()
  await page.getByRole('menuitem').first().waitFor()
}

async function show(page: Page, state: State): Promise<boolean> {
  if (!state.show) return true
  const shown = await state.show(page)
  if (shown) await settled(page, state)
  return shown
}

/** Loads the page where it is; the cloud says who is signed in, and then nothing, or that it cannot. */
async function anew(page: Page, cloud: 'never' | 'unavailable'): Promise<void> {
  await page.route(DOOR, async (route) => {
    if (route.request().postData()?.includes('"console.open"')) return route.continue()
    if (cloud === 'never') return undefined
    return route.fulfill({ json: { ok: false, code: cloud, message: '', requestId: '7f3a9c2e41b05d68' } })
  })
  await page.reload()
  await page.getByRole('menuitem').first().waitFor()
}

/** Until nothing is being read, except where that is the state. */
async function settled(page: Page, { cloud }: State): Promise<void> {
  // Asked again twice, a while apart, before a page says that it failed; one that reads nothing yet has nothing to say.
  if (cloud === 'unavailable')
    await page
      .locator('.state-block, .ant-alert')
      .first()
      .waitFor({ timeout: 8_000 })
      .catch(() => undefined)
  else if (cloud === undefined) {
    await page.waitForLoadState('networkidle')
    await page.waitForFunction(() => !document.querySelector('[aria-label="正在读取"], [aria-busy="true"]'))
  } else await page.waitForTimeout(600)
}

async function photograph(page: Page, file: string, taken: (file: string) => void): Promise<void> {
  // No hint of whatever the pointer happens to stand on.
  await page.mouse.move((page.viewportSize() ?? screens[0]).width - 1, 1)
  await page.waitForFunction(() => !document.querySelector('.ant-tooltip:not(.ant-tooltip-hidden)'))
  // The whole page as on a screen that is tall enough: what is as tall as the screen, the menu, is so in the picture.
  const { width, height } = page.viewportSize() ?? screens[0]
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(height, tall) })
  await page.screenshot({ path: file, animations: 'disabled' })
  await page.setViewportSize({ width, height })
  taken(file)
}
