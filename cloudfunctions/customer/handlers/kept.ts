/**
 * Keeps a look-up's last answer in the instance's memory for `ms`, for what is the same for every customer. Callers at the
 * same moment share one look-up; a failed one is not kept.
 */
export function keptFor<Arguments extends readonly (string | number)[], Answer>(
  ms: number,
  lookUp: (...what: Arguments) => Promise<Answer>,
): (...what: Arguments) => Promise<Answer> {
  let kept: { key: string; until: number; answer: Promise<Answer> } | null = null
  return (...what) => {
    const key = what.join('\n')
    if (kept?.key === key && kept.until > performance.now()) return kept.answer
    const answer = lookUp(...what)
    kept = { key, until: performance.now() + ms, answer }
    answer.catch(() => {
      kept = null
    })
    return answer
  }
}
