import type { Instant } from '#values/days'
import { messageTemplates } from '#values/message-templates'
import { accountOf } from './accounts'
import { collection, command } from './collection'

/**
 * How many subscription messages of one template a person still lets through: one acceptance, one message. WeChat tells nobody
 * how many are left, so they are counted here.
 */
interface Acceptances {
  /** `<account>.<template>` */
  _id: string
  /** Whom WeChat sends it to: an account cannot be turned back into an openid. */
  openid: string
  left: number
  /** Of the answer that was counted last, so that one sent again counts once. */
  lastKey: string
  acceptedAt: Instant
}

const acceptances = collection<Acceptances>('messageAcceptances')
/** WeChat lets acceptances pile up; nobody needs more. */
const MOST_LEFT = 50

const idOf = (account: string, template: string): string => `${account}.${template}`

/** One or two database operations. */
export async function acceptMessage(openid: string, template: string, key: string, at: Instant): Promise<void> {
  const _id = idOf(accountOf(openid), template)
  if (await acceptances.add({ _id, openid, left: 1, lastKey: key, acceptedAt: at })) return
  await acceptances.updateWhere(
    { _id, lastKey: command.neq(key), left: command.lt(MOST_LEFT) },
    { left: command.inc(1), lastKey: key, acceptedAt: at },
  )
}

/** Uses one up, and says whose openid it is sent to; null when none is left. One or two database operations. */
export async function spendAcceptance(account: string, template: string): Promise<string | null> {
  const _id = idOf(account, template)
  const spent = await acceptances.updateWhere({ _id, left: command.gt(0) }, { left: command.inc(-1) })
  return spent === 1 ? ((await acceptances.find(_id))?.openid ?? null) : null
}

/** WeChat says that none is left, whatever was counted. */
export async function forgetAcceptances(account: string, template: string): Promise<void> {
  await acceptances.updateWhere({ _id: idOf(account, template) }, { left: 0 })
}

/** Gives one back that was not used after all. */
export async function giveAcceptanceBack(account: string, template: string): Promise<void> {
  await acceptances.updateWhere({ _id: idOf(account, template) }, { left: command.inc(1) })
}

const allOf = (account: string) => ({ _id: command.in(messageTemplates.map((template) => idOf(account, template))) })

/** How many messages, of any template, may still be sent. */
export const countAcceptances = async (account: string): Promise<number> =>
  (await acceptances.list(allOf(account))).reduce((sum, { left }) => sum + left, 0)

/** On the customer's own request: nothing more is sent. */
export const removeAcceptances = (account: string): Promise<number> => acceptances.removeWhere(allOf(account))
