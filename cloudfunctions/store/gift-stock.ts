import { collection, command } from './collection'

/** A gift's stock (§5.2.3). `left` and the policies that hold a unit always add up to `quantity`. */
export interface GiftStock {
  _id: string
  campaignId: string
  giftId: string
  quantity: number
  left: number
  /** Policies that have a unit reserved or were given one. */
  holding: string[]
  version: number
}

const stocks = collection<GiftStock>('giftStock')

const stockId = (campaignId: string, giftId: string): string => `${campaignId}.${giftId}`

/** The stock of each gift, laid out the first time, and raised when terms over a running campaign promise more. */
export async function listGiftStock(
  campaignId: string,
  gifts: readonly { giftId: string; quantity: number }[],
): Promise<GiftStock[]> {
  const ids = gifts.map(({ giftId }) => stockId(campaignId, giftId))
  const found = await stocks.findAll(ids)
  const short = gifts.filter(({ giftId, quantity }) =>
    found.some((stock) => stock.giftId === giftId && stock.quantity < quantity),
  )
  if (found.length === gifts.length && short.length === 0) return found
  for (const { giftId, quantity } of gifts) {
    const _id = stockId(campaignId, giftId)
    if (found.some((stock) => stock._id === _id)) continue
    await stocks.add({ _id, campaignId, giftId, quantity, left: quantity, holding: [], version: 0 })
  }
  for (const { giftId, quantity } of short) {
    const before = found.find((stock) => stock.giftId === giftId)?.quantity ?? quantity
    // Named by the quantity that was read: two at once raise it once.
    await stocks.updateWhere(
      { _id: stockId(campaignId, giftId), quantity: before },
      { quantity, left: command.inc(quantity - before), version: command.inc(1) },
    )
  }
  return stocks.findAll(ids)
}

/** Reserves a unit for each of these policies; false, and nothing written, when the stock changed since it was read. */
export async function takeGifts({ _id, version }: GiftStock, policyNumbers: readonly string[]): Promise<boolean> {
  if (policyNumbers.length === 0) return true
  const updated = await stocks.updateWhere(
    { _id, version },
    {
      version: command.inc(1),
      left: command.inc(-policyNumbers.length),
      holding: command.push([...policyNumbers]),
    },
  )
  return updated === 1
}

/** Gives a policy's unit back, once. */
export async function giveGiftBack({ _id }: GiftStock, policyNumber: string): Promise<void> {
  await stocks.updateWhere(
    { _id, holding: policyNumber },
    { version: command.inc(1), left: command.inc(1), holding: command.pull(policyNumber) },
  )
}
