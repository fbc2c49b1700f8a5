/** The function's own words in an error message of CloudBase. */
export const reasonIn = (errMsg: string): string => errMsg.replace(/^errCode: .*?\| errMsg: (?:Error: )?/s, '')

/** `1.2 MB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0)
  const amount = bytes / 1024 ** step
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`
}
