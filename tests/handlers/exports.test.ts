import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportAudit } from '#contract/audit-log'
import { beginExport } from '#contract/exports'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { appoint } from './policy-book'
import { analyst, takeOnStaff } from './staff-people'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await takeOnStaff(cloud)
})
afterAll(() => cloud.stop())

const wanted = { list: 'review', format: 'csv', filters: '逾期；客户 13800001234', requestKey: newNonce() } as const

test('导出留痕：谁、哪一张、什么格式、什么筛选；手机号不进日志', async () => {
  const { entries: before } = await cloud.get(exportAudit, { after: 0 }, null)
  expect(await cloud.get(beginExport, wanted, analyst)).toEqual({ on: '2026-09-08' })
  const { entries } = await cloud.get(exportAudit, { after: before.length }, null)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    who: { name: '徐分析', role: 'analyst' },
    what: 'data.export',
    object: { kind: 'export', id: wanted.requestKey },
    after: { kind: 'review', format: 'csv' },
  })
  expect(entries[0]?.why).toMatch(/^筛选：逾期；客户 /)
  expect(JSON.stringify(entries)).not.toContain('13800001234')
})

test('合作维修厂、不在名册里的人和客户都不能导出', async () => {
  const workshop = person('workshop-yan')
  await appoint(cloud, { openid: workshop.openid, name: '严维修', role: 'workshop', workshopId: 'demo-north' })
  for (const who of [workshop, person('customer-lin')])
    expect(await cloud.ask(beginExport, wanted, who)).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await cloud.ask(beginExport, wanted, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
})
