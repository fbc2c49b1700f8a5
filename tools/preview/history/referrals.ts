import type { EventMessage } from '#contract/policy-columns'
import { acceptInvitation, openInvitation, openReferral } from '#contract/referral'
import type { LocalCloud } from '#localcloud/local-cloud'
import type { Choices } from '../../policy-book/random'
import { ask, tryToAsk } from '../ask'
import type { BoundHolder } from './holders'

/** So many who take out a policy the next day were invited by somebody, at the most. */
const INVITED = 4

/**
 * Bound holders give their link to people whose policy the core system tells of the next day: they open it and prove their
 * phone. One more opens it and lets it be. What the rules refuse is refused here, too.
 */
export async function inviteForADay(
  cloud: LocalCloud,
  bound: readonly BoundHolder[],
  tomorrow: readonly EventMessage[],
  choices: Choices,
): Promise<void> {
  const phones = new Set(bound.map(({ phone }) => phone))
  const coming = tomorrow.filter(
    ({ event, businessKind, holderPhone }) =>
      event === 'issued' && businessKind !== 'renewal' && !phones.has(String(holderPhone)),
  )
  for (const { holderPhone } of coming.slice(0, INVITED)) {
    const code = await codeOfSomebody(cloud, bound, choices)
    if (code === null) continue
    const phone = String(holderPhone)
    const key = `holder-${phone.slice(-4)}`
    const invitee = { name: key, openid: `oDemoMini-${key}`, unionid: `oDemoUnion-${key}` }
    if (!(await tryToAsk(cloud, invitee, openInvitation, { code })).ok) continue
    const proof = { kind: 'wechat', code: cloud.issuePhoneCode(phone, invitee.openid) } as const
    await tryToAsk(cloud, invitee, acceptInvitation, { phone: proof })
  }
  const code = await codeOfSomebody(cloud, bound, choices)
  const key = `looker-${choices.below(100_000)}`
  if (code !== null) await tryToAsk(cloud, { name: key, openid: `oDemoMini-${key}` }, openInvitation, { code })
}

/** Null when that holder has no policy in force just now. */
async function codeOfSomebody(
  cloud: LocalCloud,
  bound: readonly BoundHolder[],
  choices: Choices,
): Promise<string | null> {
  const { standing } = await ask(cloud, choices.oneOf(bound), openReferral, {})
  return standing.kind === 'may' ? standing.code : null
}
