import { randomBytes } from 'node:crypto'
import { lookUpCustomer, showCustomerCode } from '#contract/customer-code'
import { type GiftItem, handOverGift, listGifts } from '#contract/gift-hand-over'
import { showPrizeCode } from '#contract/prize-collection'
import { handOverPrize } from '#contract/prize-counter'
import type { LocalCloud } from '#localcloud/local-cloud'
import { maskPlate } from '#values/masks'
import type { Choices } from '../../policy-book/random'
import { ask, tryToAsk } from '../ask'
import type { StaffPerson } from '../people'
import type { AtCounter } from './collections'
import type { BoundHolder } from './holders'

/** Of a hundred gifts and prizes that are there to be fetched, so many are fetched by the evening. */
const FETCHED = 50

const newRequestKey = () => randomBytes(16).toString('hex')

/** Customers come to the branches where somebody of the team works: they show their code and take what is theirs. */
export async function fetchForADay(
  cloud: LocalCloud,
  counters: readonly StaffPerson[],
  { bound, prizes }: { bound: readonly BoundHolder[]; prizes: readonly AtCounter[] },
  choices: Choices,
): Promise<void> {
  for (const staff of counters) {
    const { items } = await ask(cloud, staff, listGifts, { list: 'waiting' })
    for (const gift of items) if (choices.below(100) < FETCHED) await fetchGift(cloud, staff, gift, bound)
    const here = prizes.filter(({ branchCode }) => branchCode === staff.branchCode)
    for (const prize of here) if (choices.below(100) < FETCHED) await fetchPrize(cloud, staff, prize)
  }
}

/**
 * By the holder of that vehicle, when in WeChat and known by its plate alone: staff see plates masked, so what the code opens
 * decides.
 */
async function fetchGift(
  cloud: LocalCloud,
  staff: StaffPerson,
  { benefitId, plate }: GiftItem,
  bound: readonly BoundHolder[],
): Promise<void> {
  const [holder, ...others] = bound.filter((one) => maskPlate(one.plate) === plate)
  if (!holder || others.length > 0) return
  const { code } = await ask(cloud, holder, showCustomerCode, {})
  const { gifts } = await ask(cloud, staff, lookUpCustomer, { code })
  if (!gifts.some((gift) => gift.benefitId === benefitId)) return
  await ask(cloud, staff, handOverGift, { benefitId, code, requestKey: newRequestKey() })
}

/** What is not verified yet, or was fetched before, has no code. */
async function fetchPrize(cloud: LocalCloud, staff: StaffPerson, { who, benefitId }: AtCounter): Promise<void> {
  const shown = await tryToAsk(cloud, who, showPrizeCode, { benefitId })
  if (shown.ok) await ask(cloud, staff, handOverPrize, { code: shown.data.code, requestKey: newRequestKey() })
}
