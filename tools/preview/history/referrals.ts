import type { EventMessage } from '#contract/policy-columns'
import { acceptInvitation, openInvitation, openReferral } from '#contract/referral'
import type { LocalCloud } from '#localcloud/local-cloud'
import type { Choices } from '../../policy-book/random'
import { ask, tryToAsk } from '../ask'
import type { BoundHolder } from './holders'

/** So many who take out a policy the next day were invited by somebody, at the most. */
const INVITED = 4
/** Of a hundred of them, so many by the same keen holder, whom the rules then want looked at. */
const BY_ONE = 50
/** Of a hundred links, so many are given away through a channel. */
const BY_CHANNEL = 60

/**
 * Bound holders give their link to people whose policy the core system tells of the next day: they open it and prove their
 * phone. One more opens it and lets it be. What the rules refuse is refused here, too.
 */
export async function inviteForADay(
  cloud: LocalCloud,
  bound: readonly BoundHolder[],
  tomorrow: readonly EventMessage[],
  channels: readonly string[],
  choices: Choices,
): Promise<void> {
  const [keen] = bound
  if (!keen) return
  const phones = new Set(bound.map(({ phone }) => phone))
  const coming = tomorrow.filter(
    ({ event, businessKind, holderPhone }) =>
      event === 'issued' && businessKind !== 'renewal' && !phones.has(String(holderPhone)),
  )
  for (const { holderPhone } of coming.slice(0, INVITED)) {
    const referrer = choices.below(100) < BY_ONE ? keen : choices.oneOf(bound)
    const code = await codeOf(cloud, referrer, channels, choices)
    if (code === null) continue
    const phone = String(holderPhone)
    const key = `holder-${phone.slice(-4)}`
    const invitee = { name: key, openid: `oDemoMini-${key}`, unionid: `oDemoUnion-${key}` }
    if (!(await tryToAsk(cloud, invitee, openInvitation, { code })).ok) continue
    const proof = { kind: 'wechat', code: cloud.issuePhoneCode(phone, invitee.openid) } as const
    await tryToAsk(cloud, invitee, acceptInvitation, { phone: proof })
  }
  const code = await codeOf(cloud, choices.oneOf(bound), channels, choices)
  const key = `looker-${choices.below(100_000)}`
  if (code !== null) await tryToAsk(cloud, { name: key, openid: `oDemoMini-${key}` }, openInvitation, { code })
}

/** Null when that holder has no policy in force just now. */
async function codeOf(
  cloud: LocalCloud,
  referrer: BoundHolder,
  channels: readonly string[],
  choices: Choices,
): Promise<string | null> {
  const channel = choices.below(100) < BY_CHANNEL ? { channel: choices.oneOf(channels) } : {}
  const { standing } = await ask(cloud, referrer, openReferral, channel)
  return standing.kind === 'may' ? standing.code : null
}
