import { isDeepStrictEqual } from 'node:util'
import { memberSchema } from '#contract/staff'
import { audit } from '#pipeline/audit'
import { refuse } from '#pipeline/refuse'
import { isLastAdmin } from '#store/staff'
import { proposalEffect } from '../proposals/effect'
import { changeMember, factsOf, placeOf } from './change-member'

/** “人员变更由一位管理员提出，另一位管理员同意。” */
export const staffChange = proposalEffect('staff-change', ['admin'], memberSchema, {
  async hindered(change) {
    const place = await placeOf(change)
    if ('code' in place) return place
    const staysAdmin = change.role === 'admin' && change.active
    return !staysAdmin && (await isLastAdmin(change.account)) ? refuse('staff-last-admin') : null
  },
  async takeEffect(change, call, reason, proposalId) {
    const changed = await changeMember(change, call.now)
    if ('code' in changed) return changed
    const [before, after] = [changed.before && factsOf(changed.before), factsOf(changed.after)]
    // A proposal changes something: what finds it changed does again what broke off, and what stood before is not known any more.
    const known = before !== null && !isDeepStrictEqual(before, after)
    await audit(call, {
      what: 'staff.change',
      object: { kind: 'staff', id: change.account },
      ...(known && { before }),
      after,
      why: reason,
      deed: proposalId,
    })
    return null
  },
})
