import { type GiftItem, listGifts as operation } from '#contract/gift-hand-over'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import { isOverdue } from '#rules/benefit/waits-for'
import type { Terms } from '#rules/campaign/terms'
import { giftNameOf } from '#rules/gift/gift-name'
import { mayUndoHandOver } from '#rules/prize-collection/hand-over'
import { listWaiting } from '#store/benefits'
import { listGiftsHandedOver } from '#store/gifts'
import type { StaffMember } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { readCursor } from '../review/cursor'
import { entryNamedBy, entryNameFor, entryNumberFor } from '../review/entry-name'
import { type Names, namesOf } from '../review/shown-review'

const PAGE = 50

/** “审核通过的礼品，等着交付的、逾期的、交付了的，都列得出。” (§5.2.3) Somebody of a branch sees the own branch's. */
export const listGifts = handle(
  operation,
  forStaff('reviewer', 'admin', 'branch', 'analyst'),
  async ({ list, cursor }, { now, staff }) => {
    const inForce = await findTermsInForce()
    if (!inForce) return refuse('campaign-not-published')
    const { terms } = inForce
    const { branchCode } = staff
    const where = { campaignId: terms.campaignId, ...(branchCode === null ? {} : { branchCode }) }
    const page =
      list === 'waiting'
        ? await listWaiting(
            { ...where, waitsFor: 'hand-over', form: 'gift' },
            { after: placeOf(cursor, staff), limit: PAGE + 1 },
          )
        : await listGiftsHandedOver(where, { after: readHandedOver(cursor, staff), limit: PAGE + 1 })
    const gifts = page.slice(0, PAGE).flatMap((benefit) => (benefit.rule === 'prize-draw' ? [] : [benefit]))
    const last = page.length > PAGE ? gifts.at(-1) : undefined
    const names = await namesOf(gifts)
    return {
      items: gifts.map((gift) => itemOf(terms, gift, names, staff, now)),
      next: last
        ? `${list === 'waiting' ? last.waitsSinceAt : handedOverAt(last)} ${entryNameFor(staff, last._id)}`
        : null,
      now,
    }
  },
)

const handedOverAt = ({ status }: PolicyBenefit): Instant | null => (status.kind === 'fulfilled' ? status.at : null)

function placeOf(cursor: string | null, staff: StaffMember): ReturnType<typeof readCursor> {
  const place = readCursor(cursor)
  const _id = place && entryNamedBy(staff, place._id)
  return place && _id ? { ...place, _id } : null
}

function readHandedOver(cursor: string | null, staff: StaffMember): { _id: string; at: Instant } | null {
  const place = placeOf(cursor, staff)
  return place && { _id: place._id, at: place.waitsSinceAt }
}

function itemOf(terms: Terms, gift: PolicyBenefit, { who, plates }: Names, staff: StaffMember, now: Instant): GiftItem {
  const { status } = gift
  return {
    benefitId: entryNameFor(staff, gift._id),
    number: entryNumberFor(staff, gift._id),
    giftName: giftNameOf(terms, gift),
    title: offers[gift.rule].title,
    name: who.get(gift.holderId) ?? '投保人',
    plate: plates.get(gift.vehicleId) ?? '',
    branchName: terms.branches.find(({ branchCode }) => branchCode === gift.branchCode)?.name ?? gift.branchCode,
    waitsSince: gift.waitsSinceAt,
    dueOn: gift.dueOn,
    overdue: isOverdue(gift, dayOf(now)),
    handedOver:
      status.kind === 'fulfilled' ? { at: status.at, how: status.why, undoable: mayUndo(staff, status, now) } : null,
  }
}

const mayUndo = ({ _id, role }: StaffMember, { at, by }: { at: Instant; by: string }, now: Instant): boolean =>
  role !== 'analyst' && (role !== 'branch' || by === _id) && mayUndoHandOver('in-person', at, now)
