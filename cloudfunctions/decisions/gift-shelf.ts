import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { Policy } from '#rules/policy/policy'
import { type GiftStock, giveGiftBack, listGiftStock, takeGifts } from '#store/gift-stock'

/** The gifts' stock as one round of decisions sees it, and what the round takes from it and gives back. */
export interface GiftShelf {
  /** Whether there is a unit for this policy: one that it holds already, or one that is left. */
  has(giftId: string, policyNumber: string): boolean
  /** Takes and gives back so that the policy holds what its entry in the ledger says. */
  settle(policyNumber: string, entry: PolicyBenefit | undefined): void
  /** Writes what was taken; false, and to be decided anew, when the stock changed since. */
  reserve(): Promise<boolean>
  /** Writes what was given back, but for policies whose ledger entries could not be written. */
  giveBack(butFor: ReadonlySet<string>): Promise<void>
}

interface OnShelf {
  stock: GiftStock
  left: number
  holding: ReadonlySet<string>
  taken: Set<string>
  givenBack: Set<string>
}

const onShelf = (stock: GiftStock): OnShelf => ({
  stock,
  left: stock.left,
  holding: new Set(stock.holding),
  taken: new Set(),
  givenBack: new Set(),
})

/** Reads the stock, one operation; none when no policy can get a gift. */
export async function openGiftShelf(terms: Terms, policies: readonly Policy[]): Promise<GiftShelf> {
  const needed = policies.some(({ businessKind }) => businessKind === 'renewal')
  const stocks = needed ? await listGiftStock(terms.campaignId, terms.gift.tiers) : []
  const gifts = new Map(stocks.map((stock) => [stock.giftId, onShelf(stock)]))
  return {
    has(giftId, policyNumber) {
      const gift = gifts.get(giftId)
      return gift !== undefined && (gift.holding.has(policyNumber) || gift.left > 0)
    },
    settle(policyNumber, entry) {
      for (const gift of gifts.values()) {
        const wants = entry?.giftId === gift.stock.giftId && wantsUnit(entry)
        if (wants && !gift.holding.has(policyNumber) && !gift.taken.has(policyNumber)) {
          gift.taken.add(policyNumber)
          gift.left -= 1
        }
        if (!wants && gift.holding.has(policyNumber)) gift.givenBack.add(policyNumber)
      }
    },
    async reserve() {
      const done = await Promise.all([...gifts.values()].map(({ stock, taken }) => takeGifts(stock, [...taken])))
      return done.every(Boolean)
    },
    async giveBack(butFor) {
      for (const { stock, givenBack } of gifts.values()) {
        for (const policyNumber of givenBack) if (!butFor.has(policyNumber)) await giveGiftBack(stock, policyNumber)
      }
    },
  }
}

/** A gift that was handed over and clawed back is not on the shelf again: staff take it in. */
function wantsUnit({ status }: PolicyBenefit): boolean {
  switch (status.kind) {
    case 'pending':
    case 'approved':
    case 'fulfilled':
    case 'clawed-back':
      return true
    case 'refused':
    case 'expired':
      return false
  }
}
