import { randomBytes } from 'node:crypto'
import { decideReviews, listReviews, type ReviewItem } from '#contract/review'
import type { LocalCloud } from '#localcloud/local-cloud'
import type { Choices } from '../../policy-book/random'
import { type Asker, ask } from '../ask'

/** Of a hundred that wait, so many are decided on the day; the rest is there to be tried. */
const DECIDED = 60
/** Of a hundred that are decided, so many are refused. */
const REFUSED = 6
/** One decision takes so many at the most. */
const AT_A_TIME = 50

/** A reviewer's day: most of what waits is approved, a little refused with its reason, some left for tomorrow. */
export async function reviewForADay(cloud: LocalCloud, reviewer: Asker, choices: Choices): Promise<void> {
  const waiting = await allWaiting(cloud, reviewer)
  const decided = waiting.filter((item) => item.refusal === null && choices.below(100) < DECIDED)
  const refused = decided.filter(() => choices.below(100) < REFUSED)
  await decide(cloud, reviewer, refused, 'refuse', '行驶证照片不清晰，请联系网点补充资料')
  await decide(
    cloud,
    reviewer,
    decided.filter((item) => !refused.includes(item)),
    'approve',
    '保单和出险记录核对无误',
  )
}

async function allWaiting(cloud: LocalCloud, reviewer: Asker): Promise<ReviewItem[]> {
  const found: ReviewItem[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof read>> = await read(cloud, reviewer, cursor)
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return found
}

const read = (cloud: LocalCloud, reviewer: Asker, cursor: string | null) =>
  ask(cloud, reviewer, listReviews, { cursor })

async function decide(
  cloud: LocalCloud,
  reviewer: Asker,
  items: readonly ReviewItem[],
  verdict: 'approve' | 'refuse',
  reason: string,
): Promise<void> {
  for (let from = 0; from < items.length; from += AT_A_TIME) {
    const chosen = items.slice(from, from + AT_A_TIME).map(({ benefitId, version }) => ({ benefitId, version }))
    const requestKey = randomBytes(16).toString('hex')
    await ask(cloud, reviewer, decideReviews, { items: chosen, verdict, reason, requestKey })
  }
}
