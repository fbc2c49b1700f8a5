import type { CloudCalls, Crossings } from '../measurements'
import { above, type Finding } from './breach'

/** `setData` until a page stands, and for one draw. WeChat's own audit warns at 256 KB for one call. */
const firstContent = { calls: 6, kilobytes: 64 }
const action = { calls: 3, kilobytes: 8 }

const judge = (when: string, { calls, bytes }: Crossings, most: typeof action): Finding[] => [
  ...above(`setData calls ${when}`, calls, most.calls),
  ...above(`setData bytes ${when}`, bytes / 1024, most.kilobytes, ' KB'),
]

export const judgeFirstContent = (crossings: Crossings) => judge('for the first content', crossings, firstContent)

export const judgeAction = (name: string, crossings: Crossings) => judge(`for ${name}`, crossings, action)

/** One call brings a page's first content, and nothing is asked for twice. */
export function judgeCloudCalls({ sent, contentAfterOne }: CloudCalls): Finding[] {
  const first: Finding = {
    what: 'cloud calls before the first content',
    measured: 'more than one',
    allowed: 'one',
  }
  return [...(contentAfterOne ? [] : [first]), ...judgeRepeats(sent)]
}

export function judgeRepeats(sent: readonly string[]): Finding[] {
  return [...new Set(sent)].flatMap((call) =>
    above(`calls of ${call}`, sent.filter((other) => other === call).length, 1),
  )
}
