import type { TermsDraft } from '../file/draft'
import type { Report, TermsPath } from '../file/problem'

/** What identifies an entry of a list appears once in it. */
export function checkUnique(draft: NonNullable<TermsDraft>, report: Report): void {
  const once = (names: readonly (string | undefined)[] | undefined, list: TermsPath, field: string): void => {
    const seen = new Set<string>()
    for (const [index, name] of (names ?? []).entries()) {
      if (name === undefined) continue
      if (seen.has(name)) report([...list, index, field], `“${name}”重复`, '每一项各用一个；多出的改名或删去')
      seen.add(name)
    }
  }
  once(
    draft.prizeDraw?.prizes?.map((prize) => prize?.prizeId),
    ['prizeDraw', 'prizes'],
    'prizeId',
  )
  once(
    draft.prizeDraw?.prizes?.map((prize) => prize?.name),
    ['prizeDraw', 'prizes'],
    'name',
  )
  once(
    draft.gift?.tiers?.map((tier) => tier?.giftId),
    ['gift', 'tiers'],
    'giftId',
  )
  once(
    draft.gift?.loyaltyGrades?.map((grade) => grade?.name),
    ['gift', 'loyaltyGrades'],
    'name',
  )
  once(
    draft.servicePack?.workshops?.map((workshop) => workshop?.workshopId),
    ['servicePack', 'workshops'],
    'workshopId',
  )
  once(
    draft.promotion?.channels?.map((channel) => channel?.channelId),
    ['promotion', 'channels'],
    'channelId',
  )
  once(
    draft.branches?.map((branch) => branch?.branchCode),
    ['branches'],
    'branchCode',
  )
  once(
    draft.personalData?.kept?.map((row) => row?.kind),
    ['personalData', 'kept'],
    'kind',
  )
  once(
    draft.newCustomerDiscount?.rating?.tables?.map((table) => table?.tableName),
    ['newCustomerDiscount', 'rating', 'tables'],
    'tableName',
  )
}
