import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalCloud } from '#localcloud/local-cloud'
import { readFeedKey } from '#pipeline/feed-signature'
import type { Terms } from '#rules/campaign/terms'
import { addDays, type Day, day, daysBetween, formatDay, type Instant, startOf } from '#values/days'
import { step } from '../../builds/progress'
import { importPolicies } from '../../policies-import'
import { policyBook } from '../../policy-book/book'
import { fileHeader, fileRows } from '../../policy-book/policy-file'
import { choicesFrom } from '../../policy-book/random'
import { demoDay } from '../demo-campaign'
import { proposeNewcomer } from '../demo-staff'
import { admins, customers, team } from '../people'
import { bookForADay, callForADay } from './bookings'
import { type AtCounter, fillInForADay, sendForADay, uploadCodeLists } from './collections'
import { fetchForADay } from './counters'
import { type BoundHolder, bindForADay } from './holders'
import { askToBeForgotten, changeTermsTogether, stopForHalfAnHour } from './office'
import { drawForADay, drawOnce } from './participants'
import { payForADay } from './payouts'
import { inviteForADay } from './referrals'
import { reviewForADay } from './reviews'
import { toldOn } from './told'

const seed = 20_260_908
const policies = 600
/** On so many of the last days the first of the known customers has drawn, too. */
const KNOWN_DAYS = 3
/** In the evening of the day with this number, from 0, two admins publish a second version of the terms. */
const CHANGE_DAY = 4
/** In the evening of the day with this number, from 0, a prize is stopped for half an hour. */
const STOP_DAY = 3
/** How far the batch of the day so many days before the last one gets. */
const payDays = new Map<number, 'paid' | 'released' | 'built'>([
  [4, 'paid'],
  [2, 'released'],
  [1, 'built'],
])
const HOUR_MS = 3_600_000
const at = (on: Day, hour: number): Instant => startOf(on) + hour * HOUR_MS

/**
 * The campaign's days before the demonstration opens, lived through with the clock moved: customers draw, the core system tells
 * of policies, holders bind, newcomers book, staff review and call. Everything through the same doors as in production; the seed is printed.
 */
export async function liveThroughHistory(
  cloud: LocalCloud,
  terms: Terms,
  keys: Record<string, string>,
  folder: string,
): Promise<void> {
  console.log(`The days before: ${policies} invented policies and their customers, seed ${seed}`)
  const choices = choicesFrom(seed)
  const { startsOn } = terms.period
  const lastDay = addDays(day(demoDay), -1)
  const book = policyBook(terms, { seed, count: policies, on: day(demoDay) })
  const lastNumber = daysBetween(startsOn, lastDay)
  const bound = new Map<string, BoundHolder>()
  const reviewers = team.filter(({ role }) => role === 'reviewer')
  const finance = team.filter(({ role }) => role === 'finance')
  const counters = team.filter(({ role }) => role === 'branch')
  const prizes: AtCounter[] = []
  // Bookings choose for themselves: the rest of the demonstration stays as it is.
  const bookings = choicesFrom(seed + 1)
  const channels = terms.promotion.channels.map(({ channelId }) => channelId)
  await uploadCodeLists(cloud, terms, admins[0])
  for (let on = startsOn, number = 0; on <= lastDay; on = addDays(on, 1), number += 1) {
    const toldBy = (day: Day) => book.filter((event) => toldOn(event, startsOn, lastDay) === day)
    const told = toldBy(on)
    await step(`${formatDay(on)}`, async () => {
      await moveTo(cloud, at(on, 9))
      const winners = await drawForADay(cloud, choices)
      if (on > addDays(lastDay, -KNOWN_DAYS)) await drawOnce(cloud, customers[0])
      await tell(cloud, keys, join(folder, `demo-policies-${on}.csv`), told)
      await bindForADay(cloud, told, bound, choices)
      await inviteForADay(cloud, [...bound.values()], toldBy(addDays(on, 1)), channels, choices)
      await bookForADay(cloud, terms, number, bookings)
      await moveTo(cloud, at(on, 16))
      await callForADay(cloud, counters, bookings)
      const branchCodes = counters.flatMap(({ branchCode }) => branchCode ?? [])
      prizes.push(...(await fillInForADay(cloud, winners, branchCodes, choices)))
      const reviewer = reviewers[number % reviewers.length]
      if (reviewer) {
        await reviewForADay(cloud, reviewer, choices)
        await sendForADay(cloud, reviewer, choices)
      }
      await fetchForADay(cloud, counters, { bound: [...bound.values()], prizes }, choices)
      const paysUntil = payDays.get(lastNumber - number)
      if (paysUntil) await payForADay(cloud, finance, paysUntil)
      if (number === CHANGE_DAY) await changeTermsTogether(cloud)
      if (number === STOP_DAY) await stopForHalfAnHour(cloud, terms, admins[0])
      return `${told.length} events of policies, ${bound.size} holders bound`
    })
  }
  await askToBeForgotten(cloud, [...bound.values()])
  await proposeNewcomer(cloud)
}

/** What an instance keeps in memory does not outlive a night. */
async function moveTo(cloud: LocalCloud, instant: Instant): Promise<void> {
  await cloud.killInstances()
  cloud.clock.set(instant)
  await cloud.timersSettled()
}

/** Through the same import as in production. */
async function tell(
  cloud: LocalCloud,
  keys: Record<string, string>,
  file: string,
  events: ReturnType<typeof policyBook>,
): Promise<void> {
  writeFileSync(file, fileHeader() + fileRows(events))
  const refused = file.replace(/\.csv$/, '.refused.csv')
  const code = await importPolicies(cloud, readFeedKey(keys), file, refused, quiet)
  if (code !== 0) throw new Error(`The demo policy book has rows that the cloud refuses: ${refused}`)
}

const quiet = { isTTY: false, write: () => true }
