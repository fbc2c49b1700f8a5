import type { OutputOf } from '#contract/operation'
import type { listStaff } from '#contract/staff'

type Roster = OutputOf<typeof listStaff>

export type Member = Roster['members'][number]
/** Where somebody may work, by the terms in force. */
export type Places = Pick<Roster, 'branches' | 'workshops'>
