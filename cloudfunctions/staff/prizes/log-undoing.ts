import { audit } from '#pipeline/audit'
import type { CallBy, StaffAccess } from '#pipeline/handler'
import type { Benefit, Decided } from '#rules/benefit/benefit'

/** 撤回发奖, once for each time that a hand-over was taken back. */
export const logUndoing = (
  { _id }: Pick<Benefit, '_id'>,
  { at, why }: Decided,
  call: CallBy<StaffAccess>,
): Promise<void> =>
  audit(call, {
    what: 'hand-over.undo',
    object: { kind: 'benefit', id: _id },
    before: { state: 'fulfilled' },
    after: { state: 'approved' },
    why,
    deed: String(at),
  })
