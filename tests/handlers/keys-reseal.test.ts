import { afterAll, expect, test } from 'vitest'
import { resealPage } from '#contract/keys'
import { openDrawPage, readFairness } from '#contract/prize-draw'
import { sealedFields } from '#store/sealed-fields'
import { resealAll } from '../../tools/keys-reseal'
import { peopleAndCars } from '../fixtures/people-and-cars'
import { eventMessage } from '../fixtures/policy-event'
import { entriesOf } from './audit-log'
import { beforeStart, type CampaignCloud, person, startCampaignCloud, testKeys } from './campaign-cloud'
import { documentsOf, policyFeed } from './policy-feed'

let cloud: CampaignCloud
afterAll(() => cloud.stop())

const sealedValues = async () =>
  (await Promise.all(['seedChains', 'vehicles', 'holders'].map((name) => documentsOf(cloud, name))))
    .flat()
    .flatMap((document) => Object.entries(document).filter(([field]) => field.startsWith('sealed')))
    .map(([, value]) => String(value))
const keyIds = async () => new Set((await sealedValues()).map((value) => value.split('.')[0]))

test('换钥匙：旧的照样能用，分页重新密封，中断了接着做，做完旧钥匙可以撤下', async () => {
  const environment: Record<string, string> = { ...testKeys }
  cloud = await startCampaignCloud({ environment })
  cloud.clock.set(beforeStart)
  await cloud.publish()
  const people = peopleAndCars(230)
  await policyFeed(cloud).tell(...people.map((one) => eventMessage(one)))
  expect(await keyIds()).toEqual(new Set(['v1']))

  environment.FIELD_KEYS = `k2:${'55'.repeat(32)}`
  await cloud.killInstances()
  expect((await cloud.get(readFairness, {}, null)).commitment).toMatch(/^[0-9a-f]{64}$/)
  await policyFeed(cloud).tell(eventMessage({ ...people[0], sequence: 2, holderPhone: '13800009999' }))
  expect(await keyIds()).toEqual(new Set(['v1', 'k2']))

  // Broken off after the third page.
  const places: unknown[] = []
  await expect(
    resealAll(cloud, null, (_looked, _resealed, next) => {
      places.push(next)
      if (places.length === 3) throw new Error('broken off')
    }),
  ).rejects.toThrow('broken off')
  expect(await keyIds()).toEqual(new Set(['v1', 'k2']))
  const last = places.at(-1)
  let resealed = 0
  await resealAll(cloud, last as { collection: string; after: string }, (_looked, done) => {
    resealed = done
  })
  expect(resealed).toBeGreaterThan(230)
  expect(await keyIds()).toEqual(new Set(['k2']))

  let again = -1
  await resealAll(cloud, null, (_looked, done) => {
    again = done
  })
  expect(again).toBe(0)

  // Gone through three times, and begun once for each collection.
  const begun = (await entriesOf(cloud, 'keys.reseal')).map(({ object }) => object.id)
  expect(begun).toEqual(Object.keys(sealedFields))

  delete environment.FIELD_KEY
  await cloud.killInstances()
  expect((await cloud.get(openDrawPage, {}, person('lin'))).campaign.title).toMatch(/./)
  expect(await policyFeed(cloud).tell(eventMessage({ ...people[1], sequence: 2 }))).toMatchObject({ accepted: 1 })
})

test('小程序里的人不能换；没有的集合不换', async () => {
  const call = async (openid: string | undefined, input: unknown) =>
    (await cloud.call('staff', { operation: resealPage.name, input }, openid ? { openid } : {})).result
  expect(await call('openid-lin', { from: null })).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await call(undefined, { from: { collection: 'terms', after: '' } })).toMatchObject({ code: 'input-invalid' })
})
