import type { Terms } from '../terms'

/** A value of which any part may be missing or faulty (`undefined`); every part that is there is valid by itself. */
export type Draft<T> =
  | undefined
  | (T extends string | number | boolean | null
      ? T
      : T extends readonly (infer Item)[]
        ? Draft<Item>[]
        : { [Key in keyof T]: Draft<T[Key]> })

/** A campaign file as far as it could be read: what the checks look at, so that all problems show in one pass. */
export type TermsDraft = Draft<Terms>
