import { afterEach, expect, test } from 'vitest'
import { draw, openDrawPage } from '#contract/prize-draw'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { alwaysWins, stockOf } from './odds'

/** A draw that hits takes its unit with its first write, and is recorded with its second. */
const beforeItIsRecorded = {
  action: 'database.modifyDocument',
  function: 'customer',
  after: 1,
  times: 1,
  fault: { kind: 'timeout', effect: 'before' },
} as const

const hit = 'car-wash-35'
const lin = person('lin')

let cloud: CampaignCloud
afterEach(() => cloud.stop())

/** The last unit is held by a draw of this person that broke off. */
async function breakOff(who: Person, nonce: string): Promise<void> {
  await cloud.get(openDrawPage, {}, who)
  cloud.setFaults([beforeItIsRecorded])
  expect(await cloud.ask(draw, { nonce }, who)).toMatchObject({ ok: false, code: 'unavailable' })
  cloud.setFaults([])
}

const outcomeOf = async (who: Person, nonce = newNonce()) =>
  (await cloud.get(draw, { nonce }, who)).receipt.outcome.kind

async function proof() {
  const { reconciliation } = await cloud.runTimer()
  return reconciliation?.prizes.find(({ prizeId }) => prizeId === hit)
}

test('抽中最后一份时断在半路：再问一次就是中奖', async () => {
  cloud = await runningCampaign([...alwaysWins, ...stockOf(2, 1)])
  const nonce = newNonce()
  await breakOff(lin, nonce)
  expect(await outcomeOf(lin, nonce)).toBe('won')
  expect(await proof()).toMatchObject({ won: 1, left: 0, held: 0, holds: true })
})

test('一部手机断在半路，换一部手机抽：自己占住的最后一份还是自己的', async () => {
  cloud = await runningCampaign([...alwaysWins, ...stockOf(2, 1)])
  await breakOff(lin, newNonce())
  expect(await outcomeOf(person('wang'))).toBe('out-of-stock')
  expect(await outcomeOf(lin)).toBe('won')
  expect(await proof()).toMatchObject({ won: 1, left: 0, held: 0, holds: true })
})

test('刚有人因为发完没有抽到，一份就退回来了：下一位马上能抽中', async () => {
  cloud = await runningCampaign([...alwaysWins, ...stockOf(2, 1)])
  await breakOff(lin, newNonce())
  expect(await outcomeOf(person('wang'))).toBe('out-of-stock')
  // Once to see that the draw was never recorded, once to see the unit back.
  await proof()
  expect(await proof()).toMatchObject({ won: 0, left: 1, held: 0, holds: true })
  expect(await outcomeOf(person('zhao'))).toBe('won')
})
