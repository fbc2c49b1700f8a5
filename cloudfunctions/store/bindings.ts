import type { WechatRank } from '#rules/risk/risk'
import type { Instant } from '#values/days'
import { collection } from './collection'

/** A WeChat account that has proven to be a policyholder's. */
export interface Binding {
  /** The account (accounts.ts). */
  _id: string
  holderId: string
  /** `<holderId>.<1 to 3>`, unique: what keeps a fourth account from being bound, also in the same moment. */
  slot: string
  boundAt: Instant
  /** WeChat's opinion of the account at that time. */
  riskRank: WechatRank
}

/** 一位投保人最多绑定的微信数: the family's phones, and no more. */
const ACCOUNTS_PER_HOLDER = 3

const bindings = collection<Binding>('bindings')

/** One database operation. */
export const findBinding = (account: string): Promise<Binding | null> => bindings.find(account)

/** One account binds one holder. `full` when the holder is bound by as many accounts as may be. */
export async function bind(
  account: string,
  holderId: string,
  boundAt: Instant,
  riskRank: WechatRank,
): Promise<'bound' | 'full' | 'other'> {
  for (let slot = 1; slot <= ACCOUNTS_PER_HOLDER; slot += 1) {
    if (await bindings.add({ _id: account, holderId, slot: `${holderId}.${slot}`, boundAt, riskRank })) return 'bound'
    // The place is taken by another account, or this account was bound a moment ago.
    const standing = await bindings.find(account)
    if (standing) return standing.holderId === holderId ? 'bound' : 'other'
  }
  return 'full'
}

/** False when nothing was bound. */
export const unbind = async (account: string): Promise<boolean> => (await bindings.removeWhere({ _id: account })) > 0

/** What these WeChat accounts are bound to. One database operation for each hundred of them. */
export const listBindingsOfAccounts = (accounts: readonly string[]): Promise<Binding[]> => bindings.findAll(accounts)

/** The WeChat accounts of a holder. */
export const listBindingsOf = (holderId: string): Promise<Binding[]> => bindings.listAll({ holderId })
