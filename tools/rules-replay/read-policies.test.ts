import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { eventMessage } from '../../tests/fixtures/policy-event'
import { fileHeader, fileRows } from '../policy-book/policy-file'
import { readPolicies } from './read-policies'

const folder = mkdtempSync(join(tmpdir(), 'replay-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(...events: ReturnType<typeof eventMessage>[]): string {
  const file = join(folder, 'policies.csv')
  writeFileSync(file, fileHeader() + fileRows(events))
  return file
}

test('一张保单按流水号最后的一条算，次序乱也一样；读不懂的行不计入', async () => {
  const { policies, refused } = await readPolicies(
    fileOf(
      eventMessage({ event: 'claim-count', sequence: 3, claimsLastYear: 2 }),
      eventMessage({ event: 'issued', sequence: 1, claimsLastYear: 0 }),
      eventMessage({ policyNumber: 'PDZA202600000002', vin: '1M8GDM9A_KP042788' }),
      eventMessage({ event: 'issued', sequence: 2, claimsLastYear: 1 }),
    ),
  )
  expect(refused).toBe(1)
  expect(policies).toMatchObject([
    {
      policyNumber: 'PDZA202600000001',
      sequence: 3,
      state: 'in-force',
      claimsLastYear: 1,
      claimsSoFar: 2,
      commercialPremiumFen: 420_000,
    },
  ])
})

test('退保的保单是退保的，出险更新不会使它复活；保单按出单时间排列', async () => {
  const { policies } = await readPolicies(
    fileOf(
      eventMessage({ event: 'issued', sequence: 1 }),
      eventMessage({ event: 'cancelled', sequence: 2 }),
      eventMessage({ event: 'claim-count', sequence: 3 }),
      eventMessage({ policyNumber: 'PDZA202500000001', issuedAt: '2025-09-08 09:30' }),
    ),
  )
  expect(policies.map(({ policyNumber, state }) => [policyNumber, state])).toEqual([
    ['PDZA202500000001', 'in-force'],
    ['PDZA202600000001', 'cancelled'],
  ])
})
