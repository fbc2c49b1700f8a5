import type { Judge, ListJudge } from './judge'
import { campaignFields, campaignLists } from './judges/campaign'
import { offerFields, offerLists } from './judges/offers'
import { drawFields, drawLists } from './judges/prize-draw'

/** How every field of the terms is judged, by its path with `[]` for a list's items (judges.test.ts: none is missing). */
export const fieldJudges: Readonly<Record<string, Judge>> = { ...campaignFields, ...offerFields, ...drawFields }
export const listJudges: Readonly<Record<string, ListJudge>> = { ...campaignLists, ...offerLists, ...drawLists }
