import Taro, { useDidHide, useError, useUnhandledRejection } from '@tarojs/taro'
import { useEffect } from 'react'
import * as v from 'valibot'
import {
  appVersionSchema,
  failureCodes,
  type HealthEntry,
  LONGEST_MS,
  libraryVersionSchema,
  type ReportedFailure,
  reportHealth,
} from '#contract/health'
import { errorTexts } from './health/error-entry'
import { HealthQueue } from './health/queue'
import { closeLogEntry, writeToRealTimeLog } from './health/real-time-log'
import { currentPage, realTimeLog, runsInWeChat, versions } from './platform'
import { send } from './transport'

/** A page whose content comes later than this has kept a customer waiting. */
const SLOW_PAGE_MS = 3_000

/** Not through `call`: a report that fails must not be reported. Whatever the cloud answers, the batch is done with. */
const queue = new HealthQueue(async (entries) => {
  await send({ door: 'customer', operation: reportHealth.name, input: { ...knownVersions(), entries } })
})

/** A version written in a way that the cloud does not take would cost the whole batch. */
function knownVersions() {
  const { appVersion, libraryVersion } = versions()
  return {
    appVersion: v.is(appVersionSchema, appVersion) ? appVersion : 'unknown',
    libraryVersion: v.is(libraryVersionSchema, libraryVersion) ? libraryVersion : 'unknown',
  }
}

/** Nothing that is wrong with reporting may ever be felt by a page. */
function report(describe: () => HealthEntry): void {
  try {
    const entry = describe()
    if (queue.add(entry)) writeToRealTimeLog(entry)
  } catch {
    // There is nobody left to tell.
  }
}

export function reportError(thrown: unknown): void {
  report(() => ({ kind: 'error', page: currentPage(), ...errorTexts(thrown) }))
}

const isReported = (code: string): code is ReportedFailure => failureCodes.some((known) => known === code)

/** Passes over refusals that only tell a customer the rules. */
export function reportFailedCall(operation: string, code: string, durationMs: number): void {
  if (!isReported(code)) return
  report(() => ({ kind: 'failed-call', page: currentPage(), operation, code, durationMs: bounded(durationMs) }))
}

/** Times from the page's request for its first content. @returns what to call when the content is there */
export function contentAwaited(): () => void {
  const page = currentPage()
  const since = Date.now()
  return () => {
    const contentAfterMs = bounded(Date.now() - since)
    if (contentAfterMs > SLOW_PAGE_MS) report(() => ({ kind: 'slow-page', page, contentAfterMs }))
  }
}

/** A phone's clock may be set back while something is timed. */
const bounded = (ms: number) => Math.max(0, Math.min(LONGEST_MS, Math.round(ms)))

/**
 * For the app itself: what nobody caught is reported, also what Taro caught to keep the other pages alive, which
 * `wx.onError` never hears of.
 */
export function useHealthReports(): void {
  useError(reportError)
  useUnhandledRejection(({ reason }: { reason: unknown }) => reportError(reason))
  useDidHide(() => {
    closeLogEntry()
    queue.sendNow()
  })
  useMemoryWarnings()
}

/** A phone without memory ends the app soon: what waits is sent, and the log says on which page it happened. */
function useMemoryWarnings(): void {
  useEffect(() => {
    if (!runsInWeChat) return
    const follow = ({ level }: { level: number }) => {
      realTimeLog()?.warn(JSON.stringify({ kind: 'memory-warning', page: currentPage(), level: level ?? null }))
      queue.sendNow()
    }
    Taro.onMemoryWarning?.(follow)
    return () => Taro.offMemoryWarning?.(follow)
  }, [])
}
