import type { CallLog, CallLogFilter } from './call-log'
import type { Clock } from './clock'
import type { FaultRuleInput } from './faults/fault-rule'
import type { Faults } from './faults/faults'
import type { HttpAccessRequest } from './functions/http-access'
import type { Identity } from './functions/identity'
import type { OpenApiCall, SentFilter } from './openapi/record'
import type { Acceptances } from './openapi/subscribe-message'

export interface CallOutcome {
  result: unknown
  requestId: string
  databaseOperations: number
  durationMs: number
}

/** A running local cloud. Calls reject with FunctionError when the function fails, times out or does not exist. */
export interface LocalCloud {
  url: string
  port: number
  /** As `wx.cloud.callFunction`. */
  call(name: string, data: unknown, identity?: Identity): Promise<CallOutcome>
  /** As a request to the function's HTTP access address. */
  http(
    name: string,
    request: HttpAccessRequest,
  ): Promise<{ statusCode: number; headers: Record<string, string>; body: string }>
  /** As a message push of the official account or mini-program; answers what the function returned. */
  push(name: string, message: Record<string, unknown>): Promise<unknown>
  /** Runs a timer now. */
  trigger(name: string, timerName: string): Promise<CallOutcome>
  clock: Clock
  /** Resolves when the timers started by the clock have ended. */
  timersSettled(): Promise<void>
  /** What `<button open-type="getPhoneNumber">` gives the page: a code for phonenumber.getPhoneNumber, once, within five minutes. */
  issuePhoneCode(phone: string, openid?: string): string
  /** A person's yes to `count` (1) messages of a template, as through wx.requestSubscribeMessage. Returns how many are left. */
  acceptSubscription(openid: string, templateId: string, count?: number): number
  /** What was accepted and how much of it is left. */
  acceptances(): Acceptances[]
  /** A cloudID for `cloud.getOpenData`, and what it stands for. */
  issueCloudId(data: unknown): string
  /** security.msgSecCheck finds these words risky, and nothing else. */
  setRiskyWords(words: readonly string[]): void
  /** The openapi calls of the functions with what they sent, newest first; `{api: 'subscribeMessage.send', ok: true}` are the messages sent. */
  sent(filter?: SentFilter): OpenApiCall[]
  /** Newest first, 100 unless `limit` says otherwise. */
  logs(filter?: CallLogFilter): CallLog[]
  /** The whole state as one text file: clock, documents, stored files, what was sent. */
  exportState(file: string): Promise<void>
  /** Troubles on demand: replaces them all, none for an empty list. `seed` makes the same ones strike again. */
  setFaults(rules: readonly FaultRuleInput[], seed?: number): void
  /** The faults with how often each has struck. */
  faults(): ReturnType<Faults['list']>
  /** Ends instances abruptly, as a crash would. */
  killInstances(name?: string): Promise<void>
  /** Ends everything in order. Rejects, once all is closed, when the state could not be kept as the last good one. */
  stop(): Promise<void>
}
