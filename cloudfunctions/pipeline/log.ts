/** One line of JSON in the function's log. Never an input, an openid or anything else that is somebody's. */
export function writeLog(level: 'info' | 'warn' | 'error', requestId: string, what: unknown): void {
  const text = what instanceof Error ? (what.stack ?? what.message) : what
  console[level](JSON.stringify({ level, requestId, what: text }))
}
