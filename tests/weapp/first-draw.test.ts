import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CampaignCloud, person, runningCampaign } from '../handlers/campaign-cloud'
import { seeOn, tapOn, textOf } from './hands'
import { newDevice } from './host/device'
import { launch } from './in-jsdom'

let cloud: CampaignCloud
beforeEach(async () => {
  cloud = await runningCampaign()
})
afterEach(() => cloud.stop())

test('dbg', async () => {
  const host = launch(newDevice({ url: cloud.url, identity: person('lin'), openToAnyone: false }))
  await new Promise((r) => setTimeout(r, 3000))
  console.log(textOf(host), host.faults.all, host.calls.map((c) => JSON.stringify(c).slice(0, 200)))
  console.log([...host.pages.top.element.querySelectorAll('[aria-label]')].map((e) => e.getAttribute('aria-label')))
  console.log(host.crossing.calls)
})
