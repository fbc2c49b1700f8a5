import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { campaignFile } from '../fixtures/edited-campaign'
import { type CampaignCloud, runningCampaign } from '../handlers/campaign-cloud'
import { weappPhone } from '../weapp/phone'
import { startBrowser } from './browser'
import { type Desk, type Member, openDesk } from './desk'
import { h5Phone } from './h5-phone'
import type { Phone } from './phone'

const DAY_MS = 86_400_000
const root = new URL('../../', import.meta.url).pathname

/** What a journey is told about: a running campaign on its eighth day at 10:00, and its customers. */
export interface World {
  cloud: CampaignCloud
  /** A customer with a phone of their own, known by the name alone. Follows the official account when told so. */
  customer(name: string, about?: { follows?: boolean }): Promise<Phone>
  /** Somebody who is not signed in, as in the single page that a Moments link opens. */
  passerBy(): Promise<Phone>
  /** Somebody of staff at the console, logged in. */
  staff(member: Member): Promise<Desk>
  /** The night passes: the same hour on the next day, and every timer that is due has run. */
  nextDay(): Promise<void>
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Which build a journey is driven on: vitest runs each of them on both. */
    phone: keyof typeof makers
  }
}
const makers = { h5: h5Phone, weapp: weappPhone }

type CampaignEdits = Parameters<typeof campaignFile>[0]

let browser: Browser | undefined

/** Call once in each file of journeys: one browser for all of them. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())
}

/** A journey on a campaign of its own: the demo campaign with these values replaced. A failure leaves pictures in .local/. */
export function journey(title: string, edits: CampaignEdits, story: (world: World) => Promise<void>): void {
  test(title, async () => {
    if (!browser) throw new Error('withBrowser() is missing at the top of this file')
    const cloud = await runningCampaign(edits, {
      timers: true,
      static: [
        { path: '/h5', folder: `${root}dist/h5` },
        { path: '/console', folder: `${root}dist/console` },
      ],
      httpPaths: [{ path: '/console-api', function: 'staff' }],
    })
    const screens = new Map<string, Phone | Desk>()
    try {
      await story(worldOf(browser, cloud, screens))
      for (const screen of screens.values()) expect(await screen.complaints()).toEqual([])
    } catch (error) {
      for (const [name, screen] of screens)
        await screen.photograph(`${root}.local/journeys/${inject('phone')}-${title}-${name}.png`)
      throw error
    } finally {
      for (const screen of screens.values()) await screen.putAway()
      await cloud.stop()
    }
  })
}

function worldOf(browser: Browser, cloud: CampaignCloud, screens: Map<string, Phone | Desk>): World {
  const give = async (name: string, owner: Parameters<typeof h5Phone>[2]) => {
    const phone = await makers[inject('phone')](browser, cloud.url, owner)
    screens.set(`${screens.size + 1}-${name}`, phone)
    return phone
  }
  return {
    cloud,
    async customer(name, { follows = false } = {}) {
      const id = idOf(name)
      if (follows) await cloud.push('intake', followPush(id, cloud.clock.now()))
      return give(name, { openid: `mini-${id}`, unionid: `union-${id}` })
    },
    passerBy: () => give('passer-by', null),
    async staff(member) {
      const desk = await openDesk(browser, cloud, member)
      screens.set(`${screens.size + 1}-${member.name}`, desk)
      await desk.logIn()
      return desk
    },
    async nextDay() {
      // No instance lives through a night without calls: what it kept in memory is gone by the morning.
      await cloud.killInstances()
      cloud.clock.advance(DAY_MS)
      await cloud.timersSettled()
    },
  }
}

/** WeChat's ids are plain letters and digits. */
const idOf = (name: string) => Buffer.from(name).toString('hex')

/** The official account's push, as WeChat sends it when somebody begins to follow. */
const followPush = (id: string, at: number) => ({
  ToUserName: 'gh_test_account',
  FromUserName: `account-${id}`,
  CreateTime: Math.floor(at / 1000),
  MsgType: 'event',
  Event: 'subscribe',
  UnionId: `union-${id}`,
})
