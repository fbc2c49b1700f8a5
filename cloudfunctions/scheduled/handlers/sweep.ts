import { findSweep, keepSweep } from '#store/sweeps'

const BATCH = 100
/** As many as fit well into one call of the timer; the next call goes on from there. */
const MOST_BATCHES = 5

/**
 * Goes through a list that is ordered by ids, a part in each call of the timer, and begins anew at its end. A call that breaks
 * off does its part again.
 */
export async function sweep<Item extends { _id: string }>(
  name: string,
  list: (page: { after: string; limit: number }) => Promise<Item[]>,
  work: (items: Item[]) => Promise<void>,
): Promise<void> {
  const begun = await findSweep(name)
  let after = begun
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const items = await list({ after, limit: BATCH })
    await work(items)
    after = items.length < BATCH ? '' : (items.at(-1)?._id ?? '')
    if (after === '') break
  }
  if (after !== begun) await keepSweep(name, after)
}
