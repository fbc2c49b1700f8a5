const CELLS = 8

/**
 * The eight outer cells of the nine-grid, clockwise from the top left: each prize once, spread evenly, the rest "thanks"
 * (null). The grid is a picture of what can happen; where it lands is the cloud's answer.
 * @throws RangeError for more than seven prizes: one cell must say "thanks"
 */
export function gridOf(prizeIds: readonly string[]): (string | null)[] {
  if (prizeIds.length >= CELLS) throw new RangeError(`${prizeIds.length} prizes do not fit the nine-grid`)
  const cells = Array.from<string | null>({ length: CELLS }).fill(null)
  for (const [index, prizeId] of prizeIds.entries()) cells[Math.floor((index * CELLS) / prizeIds.length)] = prizeId
  return cells
}
