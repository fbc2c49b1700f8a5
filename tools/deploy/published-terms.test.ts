import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '#localcloud/local-cloud'
import { findTermsInForce } from './published-terms'

let cloud: LocalCloud
const account = { env: 'local', secretId: 'local', secretKey: 'local' }

beforeAll(async () => {
  const functions = mkdtempSync(join(tmpdir(), 'no-functions-'))
  const collections = join(functions, 'collections.json')
  writeFileSync(collections, '{"collections":[]}')
  cloud = await startLocalCloud({ functions, collections, data: ':memory:' })
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${cloud.url}/admin` })
})
afterAll(async () => {
  delete process.env.TCB_CONTEXT_CNFG
  await cloud.stop()
})

test('an empty environment has none; a published campaign is found', async () => {
  expect(await findTermsInForce(account)).toBeNull()
  const database = tcb.init(account).database()
  await database.createCollection('campaigns')
  expect(await findTermsInForce(account)).toBeNull()
  await database.collection('campaigns').add({ _id: 'current', campaignId: 'autumn', termsVersion: 3, stops: [] })
  expect(await findTermsInForce(account)).toEqual({ campaignId: 'autumn', version: 3 })
})
