import { listMyPrizes as operation } from '#contract/prizes'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { progressOf } from '#rules/prize-collection/progress'
import { accountOf } from '#store/accounts'
import { findBenefits, listPrizeBenefitsOf } from '#store/benefits'
import { listNoticesOf, type Notice } from '#store/notices'
import { listToConfirm } from '#store/payouts'
import { listPrizeCollectionsOf } from '#store/prize-collections'
import { outwardIdOf, pseudonymOf, wechatPayeeHashOf } from '#store/secrets'
import { findStaff } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { shownHead } from './shown'

const MOST_NOTICES = 5

export const listMyPrizes = handle(operation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const pseudonym = pseudonymOf(terms.campaignId, call.customer.openid)
  const account = accountOf(call.customer.openid)
  const [benefits, details, notices, member] = await Promise.all([
    listPrizeBenefitsOf(terms.campaignId, pseudonym),
    listPrizeCollectionsOf(account),
    listNoticesOf(account, MOST_NOTICES),
    findStaff(account),
  ])
  const detailsOf = new Map(details.map((one) => [one._id, one]))
  const redeems = member?.active === true && (member.role === 'branch' || member.role === 'workshop')
  const prizes = benefits
    .sort((a, b) => b.grantedAt - a.grantedAt)
    .flatMap((benefit) => {
      const prize = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === benefit.prizeId)
      if (!prize) return []
      const { stage, way, next } = progressOf(terms, prize, benefit, detailsOf.get(benefit._id) ?? null, call.now)
      return {
        benefitId: benefit._id,
        prizeId: prize.prizeId,
        kind: prize.kind,
        name: prize.name,
        valueFen: prize.valueFen,
        status: benefit.status.kind,
        wonAt: benefit.grantedAt,
        stage,
        way,
        next,
        statement: benefit.statement,
      }
    })
  return {
    campaign: shownHead(inForce, call.now),
    redeems,
    notices: (await stillTrue(notices, call.customer.openid)).map(
      ({ _id, benefitId, occasion, at, title, sentence }) => ({
        noticeId: outwardIdOf(_id),
        // A prize is opened by it; a gift or a payment may rest on another's policy.
        benefitId: aboutOf(occasion) === 'prize' ? benefitId : outwardIdOf(benefitId),
        about: aboutOf(occasion),
        at,
        title,
        sentence,
      }),
    ),
    prizes,
  }
})

function aboutOf(occasion: Notice['occasion']): 'prize' | 'gift' | 'payment' {
  if (occasion === 'to-confirm') return 'payment'
  return occasion === 'gift-ready' ? 'gift' : 'prize'
}

/** Without those of what waits no more: in WeChat, as it was confirmed or ran out. One more operation where there is any. */
async function stillTrue(notices: readonly Notice[], openid: string): Promise<Notice[]> {
  const inWechat = notices.filter(({ occasion }) => occasion === 'to-confirm')
  const lines = inWechat.length > 0 ? await listToConfirm(wechatPayeeHashOf(openid)) : []
  const waiting = new Set(lines.map(({ benefitId }) => benefitId))
  const standing = await stillAtBranch(notices)
  return standing.filter((notice) => !inWechat.includes(notice) || waiting.has(notice.benefitId))
}

/** Without those of what waits no more at the branch, as after a policy was cancelled. One operation where there is any. */
async function stillAtBranch(notices: readonly Notice[]): Promise<Notice[]> {
  const atBranch = notices.filter(({ occasion }) => occasion === 'ready' || occasion === 'gift-ready')
  const waiting = new Set(
    (await findBenefits(atBranch.map(({ benefitId }) => benefitId)))
      .filter(({ waitsFor }) => waitsFor === 'hand-over')
      .map(({ _id }) => _id),
  )
  return notices.filter((notice) => !atBranch.includes(notice) || waiting.has(notice.benefitId))
}
