import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Browser } from 'playwright-core'
import { pages } from '../../tools/preview/address'
import { findField, findLabelled, perceive } from '../journeys/perceive'
import { type Entrance, fromMoments, type Phone } from '../journeys/phone'
import { ChromiumHost } from './chromium/open'

const patience = 15_000
const cloudCalls = '**/client/call'

interface Owner {
  openid: string
  unionid?: string
}

/** A phone that runs the compiled WeChat output. */
export async function weappPhone(browser: Browser, cloudUrl: string, owner: Owner | null): Promise<Phone> {
  return new WeappPhone(await ChromiumHost.on(browser, { url: cloudUrl, identity: owner, openToAnyone: true }))
}

class WeappPhone implements Phone {
  private answersWereLost = false
  private entered: [page: keyof typeof pages, entrance: Entrance] | undefined

  constructor(private readonly host: ChromiumHost) {}

  async open(page: keyof typeof pages, entrance: Entrance = {}): Promise<void> {
    this.entered = [page, entrance]
    const { scene, query = {} } = entrance
    const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    const address = [pages[page].path, ...(search.length > 0 ? [search.join('&')] : [])].join('?')
    await this.host.start({ address, ...(scene !== undefined && { scene }) })
  }

  async goOnFromMoments(): Promise<void> {
    if (!this.entered) throw new Error('nothing was opened from Moments')
    await this.see('前往小程序')
    const [page, entrance] = this.entered
    await this.open(page, { ...entrance, scene: fromMoments })
  }

  async tap(label: string, tries = 3): Promise<void> {
    const { page } = this.host
    const found = await page.waitForFunction(findLabelled, label, { timeout: patience }).catch(() => null)
    const element = found?.asElement()
    if (!element) throw new Error(`There is nothing to tap named “${label}”. The screen says:\n${await this.read()}`)
    // While a page moves or refreshes, what was found may be replaced: a finger looks again.
    const box = await element.waitForElementState('stable').then(
      () => element.boundingBox(),
      () => null,
    )
    if (box) return page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    if (tries === 1) throw new Error(`“${label}” went away before it was tapped.`)
    return this.tap(label, tries - 1)
  }

  async type(label: string, text: string): Promise<void> {
    const found = await this.host.page.waitForFunction(findField, label, { timeout: patience }).catch(() => null)
    const field = found?.asElement()
    if (!field) throw new Error(`There is no field named “${label}”. The screen says:\n${await this.read()}`)
    await field.fill(text)
  }

  async chooseRegion(...region: [province: string, city: string, district: string]): Promise<void> {
    await this.tap('省、市、区县')
    for (const name of [...region, '确定']) await this.tap(name)
  }

  see(text: string | RegExp): Promise<void> {
    return this.waitUntil(text, true)
  }

  dontSee(text: string | RegExp): Promise<void> {
    return this.waitUntil(text, false)
  }

  read(): Promise<string> {
    return this.host.page.evaluate(perceive)
  }

  async goOffline(): Promise<void> {
    await this.host.page.evaluate(() => window.weapp.host?.setNetwork('none'))
  }

  async loseAnswers(): Promise<void> {
    this.answersWereLost = true
    await this.host.page.route(cloudCalls, async (route) => {
      // The app may be ended, or the network be back, while the answer is still on its way: then there is nothing to lose.
      await route.fetch().catch(() => undefined)
      await route.abort('connectionreset').catch(() => undefined)
    })
  }

  async goOnline(): Promise<void> {
    await this.host.page.unroute(cloudCalls)
    await this.host.page.evaluate(() => window.weapp.host?.setNetwork('wifi'))
  }

  async goBack(): Promise<void> {
    await this.host.page.evaluate(() => window.weapp.host?.goBack())
  }

  async leave(): Promise<void> {
    await this.host.page.evaluate(() => window.weapp.host?.sendToBackground())
  }

  async comeBack(): Promise<void> {
    await this.host.page.evaluate(() => window.weapp.host?.bringBack())
  }

  async killApp(): Promise<void> {
    await this.host.page.evaluate(() => window.weapp.host?.kill())
  }

  /** By the menu at the top right. The query is what the page gives to Moments: WeChat opens the same page with it. */
  async shareToMoments(): Promise<Readonly<Record<string, string>>> {
    const payload = await this.host.page.evaluate(() => window.weapp.host?.shareToMoments())
    return Object.fromEntries(new URLSearchParams(payload?.query ?? ''))
  }

  async photograph(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true })
    await this.host.page.screenshot({ path: file })
  }

  async complaints(): Promise<string[]> {
    const complaints = (await this.host.faults()).map(({ kind, message }) => `${kind}: ${message}`)
    // The mini-program reports calls without an answer, as it should: answers lost on the way, instances that a night ended.
    const provoked = this.answersWereLost ? /^console: .*cloud\.callFunction:fail/ : /^console: .*\(killed\)/
    return complaints.filter((complaint) => !provoked.test(complaint))
  }

  putAway(): Promise<void> {
    return this.host.close()
  }

  private async waitUntil(text: string | RegExp, there: boolean): Promise<void> {
    const says = (screen: string) =>
      typeof text === 'string' ? screen.includes(text.replace(/\s/g, '')) : text.test(screen)
    const deadline = Date.now() + patience
    let shown = await this.read()
    while (says(shown) !== there) {
      if (Date.now() > deadline)
        throw new Error(`The screen ${there ? 'does not say' : 'still says'} “${text}”. It says:\n${shown}`)
      await this.host.page.waitForTimeout(50)
      shown = await this.read()
    }
  }
}
