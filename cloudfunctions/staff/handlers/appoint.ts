import { appointStaff as operation } from '#contract/staff'
import { audit } from '#pipeline/audit'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { countAdmins } from '#store/staff'
import { changeMember, factsOf } from '../roster/change-member'

/** At set-up, until there are two admins, and in an emergency: otherwise the two decide on changes of the roster (staff.ts). */
export const appointStaff = handle(operation, 'system', async ({ emergency, ...change }, call) => {
  if (emergency === undefined && (await countAdmins()) >= 2) return refuse('staff-two-people')
  const changed = await changeMember(change, call.now)
  if ('code' in changed) return changed
  await audit(call, {
    what: 'staff.appoint',
    object: { kind: 'staff', id: change.account },
    ...(changed.before ? { before: factsOf(changed.before) } : {}),
    after: factsOf(changed.after),
    why: emergency === undefined ? '首次设置' : `紧急：${emergency}`,
  })
  return {}
})
