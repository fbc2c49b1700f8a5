import { uploadCodes } from '#contract/coupon-codes'
import { openCollection, submitCollection } from '#contract/prize-collection'
import { listPrizeItems } from '#contract/prize-lists'
import { sendPrize } from '#contract/prize-sending'
import { listMyPrizes } from '#contract/prizes'
import type { LocalCloud } from '#localcloud/local-cloud'
import type { Terms } from '#rules/campaign/terms'
import { idCheckCharacter } from '#values/id-number'
import { inFlight } from '../../in-flight'
import type { Choices } from '../../policy-book/random'
import { type Asker, ask } from '../ask'
import { AT_ONCE } from './participants'

/** Of a hundred winners of goods, so many have filled in their details by the evening. */
const FILL_IN = 70
/** Of a hundred who fill them in, so many rather fetch the prize at a branch, where they may. */
const FETCH = 30
/** Of a hundred parcels that may go, so many have gone by the evening. */
const SENT = 60
/** So many codes of each coupon come from the partners: of one kind fewer than are won, so that the console has something to say. */
const CODES = 260

/** The partners' code lists, as the team gets them. */
export async function uploadCodeLists(cloud: LocalCloud, { prizeDraw }: Terms, by: Asker): Promise<void> {
  for (const { prizeId, delivery } of prizeDraw.prizes) {
    if (delivery !== 'coupon') continue
    const prefix = prizeId.slice(0, 2).toUpperCase()
    const text = Array.from({ length: CODES }, (_, index) => `DEMO-${prefix}-${String(index + 1).padStart(5, '0')}`)
    await ask(cloud, by, uploadCodes, { prizeId, text: text.join('\n'), preview: false })
  }
}

/** A prize that its winner fetches at a branch. */
export interface AtCounter {
  who: Asker
  benefitId: string
  branchCode: string
}

/** Winners fill in where their prize shall go: what each prize asks, and nothing else. @returns those to be fetched at a branch */
export async function fillInForADay(
  cloud: LocalCloud,
  winners: readonly Asker[],
  branchCodes: readonly string[],
  choices: Choices,
): Promise<AtCounter[]> {
  const atCounter: AtCounter[] = []
  const today = winners
    .filter(() => choices.below(100) < FILL_IN)
    .map((who) => ({ who, branchCode: choices.below(100) < FETCH ? choices.oneOf(branchCodes) : null }))
  await inFlight(AT_ONCE, today, async ({ who, branchCode }) => {
    const { prizes } = await ask(cloud, who, listMyPrizes, {})
    for (const { benefitId, stage } of prizes) {
      if (stage !== 'to-fill') continue
      const fetchedAt = await fillIn(cloud, who, benefitId, branchCode)
      if (fetchedAt !== null) atCounter.push({ who, benefitId, branchCode: fetchedAt })
    }
  })
  return atCounter
}

/** @returns the branch where it is fetched; null where it is sent */
async function fillIn(
  cloud: LocalCloud,
  who: Asker,
  benefitId: string,
  wantedAt: string | null,
): Promise<string | null> {
  const { version, ways } = await ask(cloud, who, openCollection, { benefitId })
  const asksId = ways.some(({ asks }) => asks.includes('idNumber'))
  const number = Number(who.name.slice(-3))
  const first17 = `11000019900101${String(number).padStart(3, '0')}`
  const common = {
    benefitId,
    version,
    consent: true,
    name: '示范客户',
    phone: `1380000${String(1_000 + number)}`,
    ...(asksId ? ({ idNumber: first17 + idCheckCharacter(first17), identityConsent: true } as const) : {}),
  } as const
  if (wantedAt !== null && ways.some(({ way }) => way === 'in-person')) {
    await ask(cloud, who, submitCollection, { way: 'in-person', ...common, branchCode: wantedAt })
    return wantedAt
  }
  const address = `演示路 ${number} 号`
  await ask(cloud, who, submitCollection, {
    way: 'delivery',
    ...common,
    region: ['示范省', '示范市', '示范区'],
    address,
  })
  return null
}

/** Verified parcels go out. */
export async function sendForADay(cloud: LocalCloud, by: Asker, choices: Choices): Promise<void> {
  const { items } = await ask(cloud, by, listPrizeItems, { list: 'to-send' })
  for (const { benefitId } of items) {
    if (choices.below(100) >= SENT) continue
    const trackingNumber = `DEMO${String(choices.below(1_000_000_000)).padStart(10, '0')}`
    await ask(cloud, by, sendPrize, { benefitId, carrier: 'sf', trackingNumber })
  }
}
