import type { Operation, OutputOf, ParsedInputOf, RefusalOf } from '#contract/operation'
import type { StaffMember, StaffRole } from '#store/staff'
import type { Instant } from '#values/days'
import type { Browser } from './browser'
import type { Refusal } from './refuse'

/**
 * Who may call: `anyone` needs no login, `customer` an openid, `system` is no client at all (timers, other functions, tools);
 * staff must stand in the roster, active, with one of the roles.
 */
export type Access = 'anyone' | 'customer' | 'system' | StaffAccess
export interface StaffAccess {
  readonly staff: readonly StaffRole[]
}
export const forStaff = (...roles: StaffRole[]): StaffAccess => ({ staff: roles })

/** What a handler is told beside its input. Identity and time come from here and nowhere else. */
export interface Call {
  now: Instant
  requestId: string
  /** The caller's network address, for limits alone; null where the platform names none. */
  address: string | null
  /** Of who comes from the console; null for everybody else. */
  browser: Browser | null
  /** `size` random bytes. */
  random(size: number): Buffer
}

export interface Customer {
  openid: string
  unionid: string | null
}

export interface CallBy<A extends Access> extends Call {
  customer: A extends 'customer' ? Customer : Customer | null
  staff: A extends StaffAccess ? StaffMember : StaffMember | null
}

export interface Handler {
  readonly operation: Operation
  readonly access: Access
  /** Runs the handler on an input that the operation's schema has parsed. */
  run(input: unknown, call: CallBy<'anyone'>): Promise<unknown>
}

/** Binds a handler to its operation: input parsed, output and refusals as the contract declares them. */
export function handle<O extends Operation, const A extends Access>(
  operation: O,
  access: A,
  run: (input: ParsedInputOf<O>, call: CallBy<A>) => Promise<OutputOf<O> | Refusal<RefusalOf<O>>>,
): Handler {
  // The door parses the input with this operation's schema and checks `access` before it runs the handler.
  return { operation, access, run: run as Handler['run'] }
}
