/** A repeatable source of choices: the same seed makes the same book. */
export interface Choices {
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  oneOf<Item>(items: readonly Item[]): Item
}

export function choicesFrom(seed: number): Choices {
  // xorshift32 never leaves zero.
  let state = seed >>> 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    oneOf(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
  }
}
