import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarYears } from '#values/business-days'
import { day, startOf } from '#values/days'
import { beforeStart, type CampaignCloud, startCampaignCloud } from './campaign-cloud'

const MINUTE = 60_000
let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await startCampaignCloud()
  cloud.clock.set(beforeStart)
  await cloud.publish()
}, 60_000)
afterAll(() => cloud.stop())

/** What the timer complained of when it ran so many minutes into the day. */
async function complaints(on: string, minutes: number): Promise<string> {
  cloud.clock.set(startOf(day(on)) + minutes * MINUTE)
  await cloud.runTimer()
  return cloud.logs({ function: 'scheduled', limit: 1 })[0]?.complaints.join('\n') ?? ''
}

test('工作日历快用完：每天告警一次，离得还远就不告警', async () => {
  const late = `${calendarYears.last}-12-01`
  expect(await complaints('2026-08-26', 2)).toBe('')
  expect(await complaints(late, 2)).toContain(`工作日历只到 ${calendarYears.last} 年`)
  expect(await complaints(late, 7)).toBe('')
})

test('告警那一步出错：写明是哪一步，其余的照做；那天的告警由下一次补上', async () => {
  const on = `${calendarYears.last}-12-02`
  cloud.clock.set(startOf(day(on)) + 2 * MINUTE)
  const fault = { kind: 'error', code: 'DATABASE_REQUEST_FAILED' } as const
  cloud.setFaults([{ action: 'database.aggregateDocuments', function: 'scheduled', times: 1, fault }])
  expect(await cloud.runTimer()).toMatchObject({ failed: ['warnings'], reconciliation: { undecided: [] } })
  cloud.setFaults([])
  expect(cloud.logs({ function: 'scheduled', limit: 1 })[0]?.complaints.join()).toContain('step warnings of the timer')
  expect(await complaints(on, 7)).toContain('工作日历')
  expect(await complaints(on, 12)).toBe('')
})
