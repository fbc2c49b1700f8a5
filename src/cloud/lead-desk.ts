import { listLeads, noteCall, revealLead } from '#contract/lead-desk'
import type { InputOf, OutputOf } from '#contract/operation'
import { callPatiently } from './call'
import { useReading } from './use-reading'

export type WaitingLeads = OutputOf<typeof listLeads>
export type WaitingLead = WaitingLeads['items'][number]
/** Whom to call, in the clear: kept nowhere. */
export type ShownLead = OutputOf<typeof revealLead>
export type NotedCall = OutputOf<typeof noteCall>

/** The bookings that wait for a call by this person's branch, the earliest promised day first. */
export const useWaitingLeads = () => useReading(listLeads, {})

/** For one call. The customer reads in 我的信息 that somebody looked. */
export const showLead = (leadId: string) => callPatiently(revealLead, { leadId, why: '按预约致电客户' })

/** 登记联系. Safe to repeat by its key: noted once. */
export const note = (call: InputOf<typeof noteCall>) => callPatiently(noteCall, call)
