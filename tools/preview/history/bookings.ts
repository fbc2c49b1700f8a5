import { randomBytes } from 'node:crypto'
import { listLeads, noteCall } from '#contract/lead-desk'
import { bookVisit } from '#contract/leads'
import { quotePremium } from '#contract/quote'
import type { LocalCloud } from '#localcloud/local-cloud'
import type { Terms } from '#rules/campaign/terms'
import type { CallOutcome } from '#values/call-outcomes'
import type { Choices } from '../../policy-book/random'
import { ask } from '../ask'
import type { StaffPerson } from '../people'

/** So many people a day ask what they would pay and book a call. */
const BOOK = 3
/** Of a hundred bookings that wait, so many are called by the evening. */
const CALLED = 70
/** Of a hundred, so many came by a channel, and so many say their plate. */
const BY_CHANNEL = 60
const SAY_PLATE = 50

const names = ['赵先生', '钱女士', '孙先生', '周女士', '吴先生', '郑女士']
const vehicleTypes = ['passenger-car', 'suv', 'mpv'] as const
const outcomes: readonly CallOutcome[] = ['reached', 'coming', 'no-answer', 'not-wanted']

const newRequestKey = () => randomBytes(16).toString('hex')

/** Newcomers count what they would pay and book; invented, and seen by no other part of the demonstration. */
export async function bookForADay(
  cloud: LocalCloud,
  { branches, promotion }: Terms,
  dayNumber: number,
  choices: Choices,
): Promise<void> {
  for (let index = 0; index < BOOK; index += 1) {
    const number = dayNumber * BOOK + index
    const key = `newcomer-${String(number).padStart(3, '0')}`
    const who = { name: key, openid: `oDemoMini-${key}`, unionid: `oDemoUnion-${key}` }
    const vehicle = {
      vehicleType: choices.oneOf(vehicleTypes),
      usageNature: 'family',
      drivingRegion: 'nationwide',
    } as const
    const { payableFen } = await ask(cloud, who, quotePremium, { ...vehicle, claimsLastYear: choices.below(2) })
    await ask(cloud, who, bookVisit, {
      requestKey: newRequestKey(),
      kind: 'apply',
      branchCode: choices.oneOf(branches).branchCode,
      name: choices.oneOf(names),
      phone: `1380000${2_000 + number}`,
      quoted: { ...vehicle, payableFen },
      ...(choices.below(100) < SAY_PLATE && { plate: `京A${60_000 + number}` }),
      ...(choices.below(100) < BY_CHANNEL && { channel: choices.oneOf(promotion.channels).channelId }),
      consent: true,
    })
  }
}

/** The branches where somebody of the team works call back; elsewhere bookings wait, and become late. */
export async function callForADay(
  cloud: LocalCloud,
  counters: readonly StaffPerson[],
  choices: Choices,
): Promise<void> {
  for (const staff of counters) {
    const { items } = await ask(cloud, staff, listLeads, {})
    for (const { leadId } of items) {
      if (choices.below(100) >= CALLED) continue
      const outcome = choices.oneOf(outcomes)
      await ask(cloud, staff, noteCall, {
        leadId,
        outcome,
        note: outcome === 'coming' ? '周末带行驶证来' : '',
        requestKey: newRequestKey(),
      })
    }
  }
}
