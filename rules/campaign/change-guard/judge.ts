/**
 * How a change of one field stands to those who take part. Wherever an answer is not sure it is `unfavourable`: a change
 * that nobody can call harmless does not come over a running campaign (规范促销行为暂行规定, 反不正当竞争法).
 */
export type Judgement = 'favourable' | 'neutral' | 'unfavourable'

export type LeafValue = string | number | boolean | null

/** What one field's change is, and why, in Chinese. */
export interface Judge {
  judge(before: LeafValue, after: LeafValue): Judgement
  why: string
  /** True where the value orders: then the same change backwards is the opposite. */
  ordered: boolean
}

export interface ListJudge {
  /** Names of the fields that tell an item from the others; none for a list of single values, or for places in a row. */
  key: readonly string[] | 'value' | 'place'
  added: Judgement
  removed: Judgement
  /** Of items that both versions have. */
  reordered: Judgement
  why: string
}

const ordered = (rank: (value: LeafValue) => number | null, why: string): Judge => ({
  judge(before, after) {
    const [from, to] = [rank(before), rank(after)]
    return from !== null && to !== null && to > from ? 'favourable' : 'unfavourable'
  },
  why,
  ordered: true,
})

/** Null is what the operator writes as 不限: more than any figure. */
const figure = (value: LeafValue): number | null =>
  value === null ? Number.POSITIVE_INFINITY : typeof value === 'number' ? value : null

/** More is better for those who take part. */
export const higher = (why: string): Judge => ordered(figure, why)

/** Less is better. */
export const lower = (why: string): Judge =>
  ordered((value) => {
    const rank = figure(value)
    return rank === null ? null : -rank
  }, why)

/** An earlier day is better. */
export const earlier = (why: string): Judge =>
  ordered((value) => (typeof value === 'string' ? -Date.parse(value) : null), why)

/** The values from the worst to the best; those of one row are no better than each other. */
export const ranked = (rows: readonly (readonly (string | boolean)[])[], why: string): Judge =>
  ordered((value) => {
    const row = rows.findIndex((values) => values.some((one) => one === value))
    return row === -1 ? null : row
  }, why)

/** May never change after the start, not even for the better. */
export const fixed = (why: string): Judge => ({ judge: () => 'unfavourable', why, ordered: false })

/** Takes nothing from anybody and gives nothing. */
export const neutral = (why: string): Judge => ({ judge: () => 'neutral', why, ordered: false })

/** The more of them, the better. */
export const moreItems = (key: ListJudge['key'], why: string): ListJudge => ({
  key,
  added: 'favourable',
  removed: 'unfavourable',
  reordered: 'neutral',
  why,
})

export const fixedItems = (key: ListJudge['key'], why: string): ListJudge => ({
  key,
  added: 'unfavourable',
  removed: 'unfavourable',
  reordered: 'unfavourable',
  why,
})

export const neutralItems = (key: ListJudge['key'], why: string): ListJudge => ({
  key,
  added: 'neutral',
  removed: 'neutral',
  reordered: 'neutral',
  why,
})
