import type { PolicyBenefit, PrizeBenefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import type { Terms } from '#rules/campaign/terms'
import { giftNameOf } from '#rules/gift/gift-name'
import { giftToCollect } from '#rules/gift/to-collect'
import { accountOf } from '#store/accounts'
import { findPolicyBenefit } from '#store/benefits'
import { listBindingsOf } from '#store/bindings'
import { addNotice, type Notice } from '#store/notices'
import type { PayoutLine } from '#store/payouts'
import type { Day, Instant } from '#values/days'
import { formatFen } from '#values/money'

interface Telling {
  occasion: Notice['occasion']
  /** Tells one notice of an occasion from another of the same: which reminder, which return. */
  which?: string | number
  at: Instant
  title: string
  sentence: string
  /** The day that matters. */
  on?: Day | null
}

/** Tells a winner something about a prize: once for each occasion, whoever tells it and however often. */
export async function tellOf(
  { prizeDraw }: Pick<Terms, 'prizeDraw'>,
  { _id, openid, prizeId }: Pick<PrizeBenefit, '_id' | 'openid' | 'prizeId'>,
  { occasion, which, at, title, sentence, on = null }: Telling,
): Promise<boolean> {
  const prizeName = prizeDraw.prizes.find((prize) => prize.prizeId === prizeId)?.name ?? '奖品'
  return addNotice({
    _id: [_id, occasion, ...(which === undefined ? [] : [which])].join('.'),
    account: accountOf(openid),
    benefitId: _id,
    occasion,
    title: `${prizeName}：${title}`,
    sentence,
    prizeName,
    on,
    at,
  })
}

/** Tells the WeChat account that a transfer goes to that it waits to be confirmed there: once for each attempt to pay. */
export async function tellOfTransfer(
  { benefitId, attempt, netFen }: Pick<PayoutLine, 'benefitId' | 'attempt' | 'netFen'>,
  openid: string,
  at: Instant,
): Promise<void> {
  const benefit = await findPolicyBenefit(benefitId)
  if (!benefit) return
  const { title } = offers[benefit.rule]
  await addNotice({
    _id: [benefitId, 'to-confirm', attempt].join('.'),
    account: accountOf(openid),
    benefitId,
    occasion: 'to-confirm',
    title: `${title}：请确认收款`,
    sentence: `${formatFen(netFen)} 等您在微信里确认，24 小时内有效。`,
    prizeName: title,
    on: null,
    at,
  })
}

/** Tells each WeChat account of a policyholder that a gift waits at the branch: once for each approval. */
export async function tellOfGift(terms: Terms, gift: PolicyBenefit, approvedAt: Instant): Promise<void> {
  const prizeName = giftNameOf(terms, gift)
  const bindings = await listBindingsOf(gift.holderId)
  await Promise.all(
    bindings.map(({ _id: account }) =>
      addNotice({
        _id: [gift._id, 'gift-ready', approvedAt, account].join('.'),
        account,
        benefitId: gift._id,
        occasion: 'gift-ready',
        title: `${prizeName}：可以领取`,
        sentence: giftToCollect(terms, gift),
        prizeName,
        on: null,
        at: approvedAt,
      }),
    ),
  )
}
