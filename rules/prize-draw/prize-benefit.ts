import type { Terms } from '#rules/campaign/terms'
import { type Day, dayOf, formatDay, type Instant } from '#values/days'
import { formatYuan } from '#values/money'
import type { PrizeBenefit } from '../benefit/benefit'
import { approve, BY_SYSTEM, begin } from '../benefit/status'
import { needsNothing } from '../prize-collection/needs'
import { handOverDueOn } from '../prize-collection/promise'
import { prizeTax } from '../prize-collection/tax'
import { assessRisk, needsLook, type WechatRank } from '../risk/risk'
import type { DrawBook, DrawRecord } from './draw-book'

/** The benefit of one draw: there can never be two, since the draw names it. */
export const benefitIdOf = (campaignId: string, pseudonym: string, draw: Pick<DrawRecord, 'on' | 'ordinal'>): string =>
  [campaignId, pseudonym, draw.on, draw.ordinal].join('.')

/**
 * The ledger's entry for a won draw (§5.4.3), or null for a draw that won nothing. A coupon that needs no details is approved at
 * once, unless the winner's account looks risky (§10): then a person looks first.
 * @throws Error for a prize that the terms do not have
 */
export function prizeBenefit(terms: Terms, book: DrawBook, draw: DrawRecord, rank: WechatRank): PrizeBenefit | null {
  const { outcome } = draw
  if (outcome.kind !== 'won') return null
  const { prizeId, reservation } = outcome
  return entryOf(terms, book, draw, { prizeId, shardId: reservation.shardId, at: draw.at, ranks: [rank] })
}

/** A prize that comes to this draw because its first winner did not collect it (§5.4.4). */
export interface Alternate {
  prizeId: string
  /** The expired prize's, and where its unit lies. */
  from: string
  shardId: string
  at: Instant
  fillUntilOn: Day
}

/** The ledger's entry for a draw whose prize had run out, and that is next in line for one that nobody collected (§5.4.4). */
export function alternateBenefit(
  terms: Terms,
  book: DrawBook,
  draw: DrawRecord,
  { prizeId, from, shardId, at, fillUntilOn }: Alternate,
): PrizeBenefit {
  const entry = entryOf(terms, book, draw, { prizeId, shardId, at, ranks: [] })
  const line = { label: '候补', value: '抽中时已发完；原中奖人逾期未领，按抽奖先后补发' }
  return { ...entry, statement: [...entry.statement, line], alternate: { from, fillUntilOn } }
}

interface Given {
  prizeId: string
  shardId: string
  at: Instant
  ranks: WechatRank[]
}

function entryOf(terms: Terms, book: DrawBook, draw: DrawRecord, { prizeId, shardId, at, ranks }: Given): PrizeBenefit {
  const prize = terms.prizeDraw.prizes.find((one) => one.prizeId === prizeId)
  if (!prize) throw new Error(`terms ${draw.termsVersion} have no prize ${prizeId}`)
  const grantedOn = dayOf(at)
  const atOnce = needsNothing(terms, prize)
  const risk = assessRisk(terms, { ranks, seen: new Set() })
  const given = {
    form: prize.delivery,
    holdUntil: null,
    customerOwes: atOnce ? null : ('details' as const),
    needsReview: null,
  }
  const entry: PrizeBenefit = {
    ...given,
    _id: benefitIdOf(book.campaignId, book.pseudonym, draw),
    campaignId: book.campaignId,
    rule: 'prize-draw',
    clause: '§5.4.3',
    termsVersion: draw.termsVersion,
    termsHash: draw.termsHash,
    pseudonym: book.pseudonym,
    openid: book.openid,
    prizeId,
    shardId,
    statement: [
      { label: '奖品', value: `${prize.name}（价值 ${formatYuan(prize.valueFen)}）` },
      { label: '抽奖', value: `${formatDay(draw.on, true)}第 ${draw.ordinal} 次` },
      { label: '抽奖号码', value: String(draw.ticket).padStart(6, '0') },
      { label: '依据', value: `活动规则第 ${draw.termsVersion} 版 §5.4` },
    ],
    amountFen: prize.valueFen,
    costFen: prizeTax(terms, prize).grossFen,
    budgetLine: 'prizes-and-draw-platform',
    grantedOn,
    grantedAt: at,
    ...begin(given, at),
    dueOn: atOnce ? handOverDueOn(terms, grantedOn) : null,
    risk,
  }
  if (!atOnce || needsLook(terms, risk)) return entry
  return approve(entry, { at, by: BY_SYSTEM, why: '电子券不用填写领奖信息' })
}
