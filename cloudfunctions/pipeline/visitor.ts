import type { RefusalCode } from '#contract/refusals'
import { accountOf } from '#store/accounts'
import { readCaller } from '#store/cloud'
import { findStaff, type StaffMember } from '#store/staff'
import type { Browser } from './browser'
import { isSystem } from './caller'

/** Who stands at a door, whichever way they came. */
export interface Visitor {
  openid: string | null
  unionid: string | null
  /** The network address; null where the platform names none. */
  address: string | null
  isSystem: boolean
  /** Of who comes from the console; null for everybody else. */
  browser: Browser | null
  /** Their entry in the roster. Asked for staff's operations alone: the others cost no database operation. */
  findMember(): Promise<StaffMember | { denied: RefusalCode }>
}

/** By WeChat's platform: a page, a timer, another function, or a tool with the environment's credentials. */
export function platformVisitor(): Visitor {
  const caller = readCaller()
  const { openid, unionid, address } = caller
  return {
    ...{ openid, unionid, address },
    isSystem: isSystem(caller),
    browser: null,
    async findMember() {
      if (!openid) return { denied: 'not-signed-in' }
      const member = await findStaff(accountOf(openid))
      return member?.active ? member : { denied: 'not-allowed' }
    },
  }
}
