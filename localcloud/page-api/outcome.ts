import { FunctionError } from '../functions/function-error'
import type { Answer } from '../functions/invocation'

/** How a call from the page ended. `result` is JSON text. */
export type Outcome =
  | { ok: true; requestId: string; result: string; durationMs: number; databaseOperations: number }
  | { ok: false; requestId: string; errCode: number; errMsg: string }

/** A function that fails is an outcome like any other; only what is no failure of a function is thrown. */
export async function outcomeOf(call: Promise<Answer>): Promise<Outcome> {
  try {
    const { json, ...rest } = await call
    return { ok: true, result: json, ...rest }
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error
    const { errCode, errMsg, requestId } = error
    return { ok: false, errCode, errMsg, requestId }
  }
}
