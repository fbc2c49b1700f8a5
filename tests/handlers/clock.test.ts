import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishCampaign } from '#contract/publishing'
import { day, startOf } from '#values/days'
import { campaignFile } from '../fixtures/edited-campaign'
import { type CampaignCloud, startCampaignCloud, testKeys } from './campaign-cloud'

const root = new URL('../../', import.meta.url).pathname
/** The demo campaign is over in real time: only a moved clock lets it be published. */
const beforeTheStart = String(startOf(day('2026-08-25')) - Date.now())

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await startCampaignCloud()
})
afterAll(() => cloud.stop())

/** Runs the built staff door as CloudBase does, in an environment of this name, with the moved clock's variable set. */
async function publishIn(environmentName: string): Promise<unknown> {
  const event = { operation: publishCampaign.name, input: { file: 'test.yaml', text: campaignFile() } }
  const script = `
    require('./dist/cloudfunctions/staff').main(JSON.parse(process.env.EVENT))
      .then((reply) => { console.log('reply ' + JSON.stringify(reply)); process.exit(0) })`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ...testKeys,
      EVENT: JSON.stringify(event),
      TCB_ENV: environmentName,
      LOCALCLOUD_CLOCK_OFFSET_MS: beforeTheStart,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: environmentName,
      TENCENTCLOUD_SECRETID: 'none',
      TENCENTCLOUD_SECRETKEY: 'none',
      SILENCE: 'true',
    },
  })
  return JSON.parse(/reply (.*)/.exec(stdout)?.[1] ?? 'null')
}

test('生产环境里，拨动时钟的变量不起作用', async () => {
  expect(await publishIn('motor-campaign-7gk2x')).toMatchObject({ ok: false, code: 'terms-after-start' })
})

test('同样的函数在本机的云里听从时钟', async () => {
  expect(await publishIn('local')).toMatchObject({ ok: true, data: { version: 1 } })
})
