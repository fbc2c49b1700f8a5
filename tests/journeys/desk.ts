import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { confirmLogin, lookAtLogin } from '#contract/console-login'
import type { StaffRole } from '#store/staff'
import { type CampaignCloud, type Person, person } from '../handlers/campaign-cloud'
import { appoint } from '../handlers/policy-book'
import { findLabelled, perceive } from './perceive'

const patience = 15_000
const screen = { width: 1440, height: 900 }

/** Somebody of staff, as a journey names them. A branch person has a branch. */
export interface Member {
  name: string
  role: StaffRole
  branchCode?: string
}

/**
 * What a member of staff can do with the console in a browser and perceive there. A journey knows nothing else: no selector and
 * no framework. Labels are texts on the screen or the names that a screen reader speaks.
 */
export interface Desk {
  /** Scans the login's code with this person's telephone, compares the number and confirms. */
  logIn(): Promise<void>
  /** Opens a page by its entry in the menu. */
  open(page: string): Promise<void>
  /** Loads the console anew, at the page where it is. */
  reload(): Promise<void>
  press(label: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  /** Picks from the list that the field of this name opens. */
  choose(label: string, option: string): Promise<void>
  /** Gives the field of this name a file to read. */
  upload(label: string, file: { name: string; content: string | Buffer }): Promise<void>
  /** Presses what saves a file. @returns the file */
  download(label: string): Promise<Buffer>
  key(key: string): Promise<void>
  see(text: string | RegExp): Promise<void>
  dontSee(text: string | RegExp): Promise<void>
  read(): Promise<string>
  complaints(): Promise<string[]>
  photograph(file: string): Promise<void>
  putAway(): Promise<void>
}

/** A browser of its own for somebody of staff, who is taken into the roster. */
export async function openDesk(browser: Browser, cloud: CampaignCloud, member: Member): Promise<Desk> {
  const who = person(`staff-${Buffer.from(member.name).toString('hex')}`)
  await appoint(cloud, { openid: who.openid, ...member })
  const context = await browser.newContext({
    baseURL: cloud.url,
    viewport: screen,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  return new BrowserDesk(context, await context.newPage(), cloud, who)
}

class BrowserDesk implements Desk {
  private readonly errors: string[] = []

  constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
    private readonly cloud: CampaignCloud,
    private readonly who: Person,
  ) {
    page.setDefaultTimeout(patience)
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message))
  }

  async logIn(): Promise<void> {
    if (!this.page.url().includes('/console/')) await this.page.goto('/console/')
    const shown = this.page.locator('[data-ticket]:not([data-ticket=""])')
    await shown.waitFor({ state: 'attached' })
    const ticketId = (await shown.getAttribute('data-ticket')) ?? ''
    const number = (await shown.getAttribute('data-number')) ?? ''
    await this.cloud.get(lookAtLogin, { ticketId }, this.who)
    await this.cloud.get(confirmLogin, { ticketId, number }, this.who)
    await this.see('退出')
  }

  async open(page: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: page }).click()
  }

  async reload(): Promise<void> {
    await this.page.reload()
  }

  async press(label: string, tries = 3): Promise<void> {
    const found = await this.page.waitForFunction(findLabelled, label).catch(() => null)
    const element = found?.asElement()
    if (!element) throw new Error(`There is nothing to press named “${label}”. The screen says:\n${await this.read()}`)
    // A list that is read anew replaces its rows: a hand looks again.
    const pressed = await element.click({ timeout: patience / 3 }).then(
      () => true,
      () => false,
    )
    if (pressed) return
    if (tries === 1) throw new Error(`“${label}” cannot be pressed. The screen says:\n${await this.read()}`)
    return this.press(label, tries - 1)
  }

  async fill(label: string, text: string): Promise<void> {
    const field = await this.field(label)
    await field.fill(text)
  }

  async choose(label: string, option: string): Promise<void> {
    const field = await this.field(label)
    await field.click()
    await this.page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
  }

  async upload(label: string, { name, content }: { name: string; content: string | Buffer }): Promise<void> {
    const field = this.page.getByLabel(label).and(this.page.locator('input[type=file]'))
    await field.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  }

  async download(label: string): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(label)])
    return readFileSync(await download.path())
  }

  async key(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  see(text: string | RegExp): Promise<void> {
    return this.waitUntil(text, true)
  }

  dontSee(text: string | RegExp): Promise<void> {
    return this.waitUntil(text, false)
  }

  async read(): Promise<string> {
    try {
      return await this.page.evaluate(perceive)
    } catch (error) {
      // Logging out loads the console anew: whoever looks just then looks again.
      if (!String(error).includes('Execution context was destroyed')) throw error
      await this.page.waitForLoadState()
      return this.page.evaluate(perceive)
    }
  }

  async complaints(): Promise<string[]> {
    return this.errors
  }

  async photograph(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true })
    await this.page.screenshot({ path: file })
  }

  async putAway(): Promise<void> {
    await this.context.close()
  }

  private async field(label: string): Promise<Locator> {
    const field = this.page.getByLabel(label, { exact: true }).locator('visible=true').first()
    await field.waitFor().catch(async () => {
      throw new Error(`There is no field named “${label}”. The screen says:\n${await this.read()}`)
    })
    return field
  }

  private async waitUntil(text: string | RegExp, there: boolean): Promise<void> {
    const says = (shown: string) =>
      typeof text === 'string' ? shown.includes(text.replace(/\s/g, '')) : text.test(shown)
    const deadline = Date.now() + patience
    let shown = await this.read()
    while (says(shown) !== there) {
      if (Date.now() > deadline) {
        throw new Error(`The console ${there ? 'does not say' : 'still says'} “${text}”. It says:\n${shown}`)
      }
      await this.page.waitForTimeout(50)
      shown = await this.read()
    }
  }
}
