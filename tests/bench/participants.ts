import { randomBytes } from 'node:crypto'
import { blankDrawBook } from '../../cloudfunctions/customer/handlers/draw-book'
import { demoTerms } from '../fixtures/terms'
import { onEighthDay, type Person, testKeys } from '../handlers/campaign-cloud'
import type { CloudProcess } from '../handlers/cloud-process'

export const participant = (index: number): Person => ({ openid: `bench-${index}`, unionid: `bench-union-${index}` })

const AT_ONCE = 500

/** Customers who have opened the page: one draw book each, written as the SDK writes them. */
export async function addParticipants(cloud: CloudProcess, count: number): Promise<void> {
  Object.assign(process.env, testKeys)
  const terms = demoTerms()
  for (let from = 0; from < count; from += AT_ONCE) {
    const books = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => {
      const { openid, unionid } = participant(from + index)
      const call = {
        now: onEighthDay,
        requestId: 'bench',
        random: randomBytes,
        customer: { openid, unionid: unionid ?? null },
      }
      return blankDrawBook(terms, call, { channel: null, following: false })
    })
    await cloud.insert('drawBooks', books)
  }
}
