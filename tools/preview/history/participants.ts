import { randomBytes } from 'node:crypto'
import { reportShare } from '#contract/draw-chances'
import { draw, openDrawPage } from '#contract/prize-draw'
import type { LocalCloud } from '#localcloud/local-cloud'
import { inFlight } from '../../in-flight'
import type { Choices } from '../../policy-book/random'
import { type Asker, ask } from '../ask'

/** So many invented customers take part before the demonstration opens. */
const COUNT = 260
/** Of a hundred, so many come on any one day; some of those share and draw once more. */
const COME = 42
const SHARE = 30
/** Calls at a time: as many as keep a small machine busy. */
export const AT_ONCE = 8

const participants: readonly Asker[] = Array.from({ length: COUNT }, (_, index) => {
  const key = `guest-${String(index + 1).padStart(3, '0')}`
  return { name: key, openid: `oDemoMini-${key}`, unionid: `oDemoUnion-${key}` }
})

/** One day's draws, by the same calls as from telephones. @returns who has won something */
export async function drawForADay(cloud: LocalCloud, choices: Choices): Promise<Asker[]> {
  const winners = new Set<Asker>()
  const drawNow = async (who: Asker) => {
    if ((await drawOnce(cloud, who)).receipt.outcome.kind === 'won') winners.add(who)
  }
  const today = participants
    .filter(() => choices.below(100) < COME)
    .map((who) => ({ who, shares: choices.below(100) < SHARE }))
  await inFlight(AT_ONCE, today, async ({ who, shares }) => {
    const { share } = (await ask(cloud, who, openDrawPage, {})).chances
    await drawNow(who)
    if (!shares || share.mode !== 'on-share') return
    const { credited } = await ask(cloud, who, reportShare, { shareId: share.shareId })
    if (credited) await drawNow(who)
  })
  return [...winners]
}

export const drawOnce = (cloud: LocalCloud, who: Asker) =>
  ask(cloud, who, draw, { nonce: randomBytes(16).toString('hex') })
