/** One line of JSON in the function's log. Never an input, an openid or anything else that is somebody's. */
export function writeLog(level: 'info' | 'warn' | 'error', requestId: string, what: unknown): void {
  console[level](JSON.stringify({ level, requestId, what: textOf(what) }))
}

/** What was thrown, and what was being done. */
export function writeFailure(requestId: string, doing: string, thrown: unknown): void {
  writeLog('error', requestId, `${doing}: ${textOf(thrown)}`)
}

const textOf = (what: unknown): unknown => (what instanceof Error ? (what.stack ?? what.message) : what)
