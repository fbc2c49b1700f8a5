import type { FieldProblem } from '#contract/envelope'
import type { RefusalCode } from '#contract/refusals'

/** A refusal a person can meet: a value, not an exception. */
export class Refusal<Code extends RefusalCode = RefusalCode> {
  constructor(
    readonly code: Code,
    readonly details?: FieldProblem[],
  ) {}
}

export const refuse = <const Code extends RefusalCode>(code: Code, details?: FieldProblem[]): Refusal<Code> =>
  new Refusal(code, details)
