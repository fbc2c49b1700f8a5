import type { GenericSchema, InferInput, InferOutput } from 'valibot'
import type { RefusalCode } from './refusals'

/** What page and cloud agree on for one operation: its name on the wire, its input, its output and how it may refuse. */
export interface Operation<
  Name extends string = string,
  Input extends GenericSchema = GenericSchema,
  Output extends GenericSchema = GenericSchema,
  Refusal extends RefusalCode = RefusalCode,
> {
  readonly name: Name
  readonly input: Input
  readonly output: Output
  readonly refusals: readonly Refusal[]
  /** Set where a page asks the staff's door, not the customers'. */
  readonly door?: 'staff'
}

export function operation<
  const Name extends string,
  Input extends GenericSchema,
  Output extends GenericSchema,
  const Refusal extends RefusalCode = never,
>(declaration: {
  name: Name
  input: Input
  output: Output
  refusals?: readonly Refusal[]
  door?: 'staff'
}): Operation<Name, Input, Output, Refusal> {
  return { refusals: [], ...declaration }
}

export type InputOf<O extends Operation> = InferInput<O['input']>
export type ParsedInputOf<O extends Operation> = InferOutput<O['input']>
export type OutputOf<O extends Operation> = InferOutput<O['output']>
export type RefusalOf<O extends Operation> = O['refusals'][number]
