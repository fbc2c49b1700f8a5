import type { InputOf, OperationName, OutputOf } from '../../page-api/operations'
import type { StateSummary } from '../../state/whole-state'

/** The cloud has understood and refused; `message` says why, in the cloud's words. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

/** Nobody answers at the cloud's address. */
export class Unreachable extends Error {}

/** Asks the local cloud. Rejects with Refusal or Unreachable. */
export async function ask<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  return answerOf(await send(name, 'application/json', JSON.stringify(input)))
}

/** Hands over a state file; the cloud reads it and says what is in it. Nothing is replaced yet. */
export async function uploadState(file: File): Promise<{ upload: string; holds: StateSummary }> {
  return answerOf(await send('state.upload', 'application/x-ndjson', file))
}

async function send(name: string, type: string, body: BodyInit): Promise<Response> {
  try {
    return await fetch(`/_/api/${name}`, { method: 'POST', headers: { 'content-type': type }, body })
  } catch {
    throw new Unreachable(name)
  }
}

async function answerOf<Output>(response: Response): Promise<Output> {
  const answer: Output & { errMsg?: string } = await response.json().catch(() => {
    throw new Unreachable('the answer was cut off')
  })
  if (!response.ok) throw new Refusal(answer.errMsg ?? response.statusText, response.status)
  return answer
}
