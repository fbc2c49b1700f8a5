/** Does the work for all items, at most `most` at a time; the first failure fails all. */
export async function inFlight<Item>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
