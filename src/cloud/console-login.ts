import { confirmLogin, lookAtLogin, refuseLogin } from '#contract/console-login'
import type { OutputOf } from '#contract/operation'
import { call, callPatiently } from './call'

export type AskedLogin = OutputOf<typeof lookAtLogin>

/** What is to be confirmed. Asked anew each time and never remembered: it is good for three minutes. */
export const lookAt = (ticketId: string) => callPatiently(lookAtLogin, { ticketId })

/** Asked once: a wrong number ends it. */
export const confirm = (ticketId: string, number: string) => call(confirmLogin, { ticketId, number })
export const refuse = (ticketId: string) => call(refuseLogin, { ticketId })
