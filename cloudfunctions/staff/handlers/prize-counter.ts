import {
  listHandOvers as listOperation,
  lookUpPrize as lookUpOperation,
  handOverPrize as operation,
  undoHandOver as undoOperation,
} from '#contract/prize-counter'
import { finishHandOver } from '#decisions/finish-hand-over'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { handOverTakenBackAt, takeHandOverBack } from '#rules/benefit/status'
import { decideCounter, mayUndoHandOver } from '#rules/prize-collection/hand-over'
import { findBenefit, moveBenefit } from '#store/benefits'
import {
  findFetchedByRequest,
  findPrizeCollection,
  findPrizeCollectionByCode,
  forgetHandOver,
  type HandOver,
  listFetchedAt,
  noteFetched,
  type PrizeCollection,
} from '#store/prize-collections'
import type { StaffMember } from '#store/staff'
import { findTermsInForce, type TermsInForce, termsFor } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { logUndoing } from '../prizes/log-undoing'
import { isOfBranch } from '../prizes/of-branch'
import { branchOf } from '../roster/branch-of'

const counter = forStaff('branch')
type Fetched = PrizeCollection & { handOver: Extract<HandOver, { kind: 'in-person' }> }

const placeDayOf = (branchCode: string, now: Instant): string => `branch.${branchCode}.${dayOf(now)}`

/** The prize behind a shown code, and whether it can be handed over here and now. */
async function decide(inForce: TermsInForce, details: PrizeCollection, staff: StaffMember, now: Instant) {
  const benefit = await findBenefit(details._id)
  if (benefit?.rule !== 'prize-draw') throw new Error('details of a prize that is not in the ledger')
  const terms = await termsFor(inForce, benefit)
  const prize = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === benefit.prizeId)
  if (!prize) throw new Error(`terms have no prize ${benefit.prizeId}`)
  const decision = decideCounter(
    {
      status: benefit.status.kind,
      way: details.way,
      branchCode: details.branchCode,
      codeEndsAt: details.code.validUntilAt,
      codeUsed: details.code.state === 'used',
      atBranch: branchOf(staff),
    },
    now,
  )
  return { terms, prize, decision }
}

export const lookUpPrize = handle(lookUpOperation, counter, async ({ code }, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const details = await findPrizeCollectionByCode(code)
  if (!details) return refuse('code-unknown')
  const { prize, decision } = await decide(inForce, details, staff, now)
  if (decision.kind === 'refused') return refuse(decision.reason)
  return {
    prizeName: prize.name,
    valueFen: prize.valueFen,
    name: details.nameMask,
    phone: details.phoneMask,
    now,
    validUntilAt: details.code.validUntilAt,
  }
})

/** The write alone decides who was first; whoever lost reads what stands, and a request that comes again is answered from it. */
export const handOverPrize = handle(operation, counter, async ({ code, requestKey }, call) => {
  const { now, staff } = call
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const finish = async (fetched: Fetched) => {
    const terms = await termsOf(inForce, fetched._id)
    await finishHandOver(terms, fetched)
    const { at, where } = fetched.handOver
    await audit(call, {
      what: 'hand-over.in-person',
      object: { kind: 'benefit', id: fetched._id },
      after: { place: where, prizeId: fetched.prizeId },
      why: '客户出示领奖码',
      deed: requestKey,
    })
    const prizeName = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === fetched.prizeId)?.name ?? ''
    return { benefitId: fetched._id, prizeName, name: fetched.nameMask, handedOverAt: at, where }
  }
  const byThisRequest = async () => {
    const done = await findFetchedByRequest(requestKey)
    return done && isFetched(done) && done.handOver.by === staff._id ? finish(done) : null
  }
  const details = await findPrizeCollectionByCode(code)
  if (!details) return (await byThisRequest()) ?? refuse('code-unknown')
  if (details.code.state === 'used') return (await byThisRequest()) ?? refuse('code-used')
  const { terms, decision } = await decide(inForce, details, staff, now)
  if (decision.kind === 'refused') return refuse(decision.reason)
  const branchCode = branchOf(staff)
  const handOver: Fetched['handOver'] = {
    kind: 'in-person',
    at: now,
    by: staff._id,
    where: terms.branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode,
    placeDay: placeDayOf(branchCode, now),
    requestKey,
  }
  if (await noteFetched(details._id, code, handOver)) return finish({ ...details, handOver })
  return (await byThisRequest()) ?? refuse('code-used')
})

const isFetched = (details: PrizeCollection): details is Fetched => details.handOver?.kind === 'in-person'

async function termsOf(inForce: TermsInForce, benefitId: string) {
  const benefit = await findBenefit(benefitId)
  if (!benefit) throw new Error(`prize ${benefitId} is not in the ledger`)
  return termsFor(inForce, benefit)
}

export const listHandOvers = handle(listOperation, counter, async (_input, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { branches, prizeDraw } = inForce.terms
  const branchCode = branchOf(staff)
  const fetched = (await listFetchedAt(placeDayOf(branchCode, now))).filter(isFetched)
  return {
    where: branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode,
    on: dayOf(now),
    handOvers: fetched
      .map(({ _id, prizeId, nameMask, handOver: { at, by } }) => ({
        benefitId: _id,
        at,
        prizeName: prizeDraw.prizes.find((prize) => prize.prizeId === prizeId)?.name ?? prizeId,
        name: nameMask,
        undoable: by === staff._id && mayUndoHandOver('in-person', at, now),
      }))
      .sort((a, b) => b.at - a.at),
  }
})

/**
 * By whoever noted it, or, for parcels, by any who may send. The note goes first: asked again after a crash the ledger follows.
 */
export const undoHandOver = handle(undoOperation, forStaff('branch', 'reviewer', 'admin'), async (input, call) => {
  const { now, staff } = call
  const [benefit, details] = await Promise.all([findBenefit(input.benefitId), findPrizeCollection(input.benefitId)])
  if (benefit?.rule !== 'prize-draw' || !details || !isOfBranch(staff, details)) return refuse('prize-unknown')
  const decided = { at: now, by: staff._id, why: input.why }
  const before = handOverTakenBackAt(benefit, decided)
  if (before !== null) {
    await logUndoing(benefit, { ...decided, at: before }, call)
    return {}
  }
  if (benefit.status.kind !== 'fulfilled' || !mayUndoHandOver(details.way, benefit.status.at, now)) {
    return refuse('hand-over-final')
  }
  if (staff.role === 'branch' && benefit.status.by !== staff._id) return refuse('hand-over-final')
  if (details.handOver) await forgetHandOver(details._id, details.handOver.at)
  if (!(await moveBenefit(takeHandOverBack(benefit, decided), benefit))) return refuse('hand-over-final')
  await logUndoing(benefit, decided, call)
  return {}
})
