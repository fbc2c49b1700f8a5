import { type Day, formatDay } from '#values/days'
import type { Policy } from '../policy/policy'

export type Standing =
  | { kind: 'may' }
  /** `advice` says what would change it. */
  | { kind: 'may-not'; why: 'not-bound' | 'no-policy-in-force'; advice: string }

type OwnPolicy = Pick<Policy, 'state' | 'coverStartsOn' | 'coverEndsOn'>

/** “绑定了保单、保单有效的老客户才能推荐；起保前、到期后、退保后不能。” (§5.3.1) `policies` are null while none is bound. */
export function mayRefer(policies: readonly OwnPolicy[] | null, on: Day): Standing {
  if (policies === null) {
    return { kind: 'may-not', why: 'not-bound', advice: '绑定您本人的保单后，就可以推荐。' }
  }
  const inForce = policies.filter(({ state, coverEndsOn }) => state === 'in-force' && coverEndsOn >= on)
  if (inForce.some(({ coverStartsOn }) => coverStartsOn <= on)) return { kind: 'may' }
  const startsOn = inForce.map(({ coverStartsOn }) => coverStartsOn).sort()[0]
  const advice = startsOn
    ? `您的保单 ${formatDay(startsOn, true)}起保，起保后就可以推荐。`
    : '您名下没有有效的保单，投保或续保并起保后就可以推荐。'
  return { kind: 'may-not', why: 'no-policy-in-force', advice }
}
