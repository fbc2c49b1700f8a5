import type { Route } from 'playwright-core'

/** What comes back for an operation: the cloud's data changed, another reply in its place, nothing for ever, or no network. */
export type Answer =
  | { change: (data: never) => unknown }
  | { reply: unknown }
  | { refused: string; message: string }
  | 'never'
  | 'lost'

/** By operation; `*` stands for all that are not named. */
export type Answers = Readonly<Record<string, Answer>>

/** Answers one call to the cloud as it is told; without a word for it the cloud answers. */
export async function answerCall(route: Route, answers: Answers): Promise<void> {
  const operation = String(route.request().postDataJSON()?.data?.operation)
  const answer = answers[operation] ?? answers['*']
  if (answer === undefined) return route.continue()
  if (answer === 'never') return
  if (answer === 'lost') return route.abort('connectionreset')
  if ('refused' in answer) {
    const { refused: code, message } = answer
    return give(route, { ok: false, code, message, requestId: 'r-1' })
  }
  if ('reply' in answer) return give(route, { ok: true, data: answer.reply })
  const response = await route.fetch()
  const { result } = await response.json()
  return give(route, result.ok ? { ...result, data: answer.change(result.data as never) } : result)
}

const give = (route: Route, result: unknown) => route.fulfill({ json: { result, requestId: 'r-1' } })
