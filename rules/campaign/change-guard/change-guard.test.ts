import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoTerms } from '../../../tests/fixtures/terms'
import { type Terms, termsSchema } from '../terms'
import type { FieldSchema, LeafNote } from '../terms/fields'
import { compareTerms } from './compare'
import { decideChange } from './decide-change'
import type { Judgement, LeafValue } from './judge'
import { fieldJudges, listJudges } from './judges'

const terms = demoTerms()

/** Every field of the schema by its path with `[]` for items, and every list. */
function fieldsOf({ field }: FieldSchema, path: string): { leaves: [string, LeafNote][]; lists: string[] } {
  if (field.kind === 'list') {
    const { leaves, lists } = fieldsOf(field.item, `${path}[]`)
    return { leaves, lists: [`${path}[]`, ...lists] }
  }
  if (field.kind !== 'group') return { leaves: [[path, field]], lists: [] }
  const inside = Object.entries(field.entries).map(([name, schema]) =>
    fieldsOf(schema, path === '' ? name : `${path}.${name}`),
  )
  return { leaves: inside.flatMap(({ leaves }) => leaves), lists: inside.flatMap(({ lists }) => lists) }
}
const schema = fieldsOf(termsSchema, '')

describe('每一项都有人判断过', () => {
  test('条款里的每个字段', () => {
    expect(schema.leaves.map(([path]) => path).filter((path) => !(path in fieldJudges))).toEqual([])
  })
  test('条款里的每个列表', () => {
    expect(schema.lists.filter((path) => !(path in listJudges))).toEqual([])
  })
  test('没有判断条款里没有的字段', () => {
    const [leaves, lists] = [new Set(schema.leaves.map(([path]) => path)), new Set(schema.lists)]
    expect(Object.keys(fieldJudges).filter((path) => !leaves.has(path))).toEqual([])
    expect(Object.keys(listJudges).filter((path) => !lists.has(path))).toEqual([])
  })
  test('每个判断都有中文理由', () => {
    for (const { why } of [...Object.values(fieldJudges), ...Object.values(listJudges)])
      expect(why).toMatch(/[一-龥]{4}/)
  })
})

type Edit = (terms: Terms) => void
function edited(edit: Edit): Terms {
  const copy = structuredClone(terms)
  edit(copy)
  return copy
}
const set = (path: string, value: unknown): Terms =>
  edited((copy) => {
    const names = path.split('.')
    const last = names.pop() ?? ''
    let part: unknown = copy
    for (const name of names) part = Reflect.get(Object(part), name)
    Reflect.set(Object(part), last, value)
  })

describe('判断', () => {
  test.each<[string, string, unknown, Judgement]>([
    ['续保基准折扣更低', 'renewalDiscount.baseDiscountBps', terms.renewalDiscount.baseDiscountBps - 1, 'favourable'],
    ['续保基准折扣更高', 'renewalDiscount.baseDiscountBps', terms.renewalDiscount.baseDiscountBps + 1, 'unfavourable'],
    ['续保返还更晚到账', 'renewalRebate.paidWithinWorkingDays', 60, 'unfavourable'],
    ['礼品更晚备好', 'gift.handOverWithinWorkingDays', 21, 'unfavourable'],
    ['礼品更早备好', 'gift.handOverWithinWorkingDays', 19, 'favourable'],
    ['取消一项权益', 'gift.enabled', false, 'unfavourable'],
    ['奖品加量', 'prizeDraw.prizes.0.quantity', (terms.prizeDraw.prizes[0]?.quantity ?? 0) + 1, 'favourable'],
    ['奖品减量', 'prizeDraw.prizes.0.quantity', 1, 'unfavourable'],
    ['中奖概率提高，也不行', 'prizeDraw.prizes.0.oddsPpm', 500_000, 'unfavourable'],
    ['总概率', 'prizeDraw.winningOddsPpm', 999_999, 'unfavourable'],
    ['奖品换价值', 'prizeDraw.prizes.0.valueFen', 1_000_000, 'unfavourable'],
    ['种子承诺的首日', 'period.startsOn', '2026-09-02', 'unfavourable'],
    ['延长活动', 'period.endsOn', '2026-11-30', 'unfavourable'],
    ['发完改为顺延', 'prizeDraw.whenOut', 'next-prize', 'unfavourable'],
    ['上限改为不限', 'offerLimits.totalPerCustomerFen', null, 'favourable'],
    ['使用条件改写', 'prizeDraw.prizes.0.usage', '只在周一使用', 'unfavourable'],
    ['咨询电话', 'organiser.phone', '400-000-0001', 'neutral'],
    ['内部预算', 'budget.otherFen', 1, 'neutral'],
    ['领奖可以更早填写', 'prizeDraw.collection.opensOn', '2026-08-31', 'favourable'],
    ['领奖要更晚填写', 'prizeDraw.collection.opensOn', '2026-12-01', 'unfavourable'],
    ['主办方改为不承担税款', 'prizeDraw.tax.borneBy', 'winner', 'unfavourable'],
    ['现金换礼品', 'referralReward.form', terms.referralReward.form === 'gift' ? 'cash' : 'gift', 'unfavourable'],
  ])('%s：%s', (_name, path, value, judgement) => {
    expect(compareTerms(terms, set(path, value))).toMatchObject([{ judgement }])
  })

  test('列表：加一个网点有利，减一个不利，换次序无关；奖品换次序不利', () => {
    const [first, second, ...others] = terms.branches
    if (!first || !second) throw new Error('the demo has branches')
    const judged = (after: Terms, before = terms) => compareTerms(before, after).map(({ judgement }) => judgement)
    const fewer = set('branches', [first, ...others])
    expect(judged(fewer)).toEqual(['unfavourable'])
    expect(judged(terms, fewer)).toEqual(['favourable'])
    expect(judged(set('branches', [second, first, ...others]))).toEqual(['neutral'])
    expect(judged(set('prizeDraw.prizes', [...terms.prizeDraw.prizes].reverse()))).toEqual(['unfavourable'])
  })

  test('每一处写明在哪、原来和现在的写法', () => {
    const phone = terms.prizeDraw.prizes.findIndex(({ prizeId }) => prizeId === 'car-wash-35')
    const quantity = terms.prizeDraw.prizes[phone]?.quantity ?? 0
    expect(compareTerms(terms, set(`prizeDraw.prizes.${phone}.quantity`, quantity + 1))).toEqual([
      {
        path: 'prizeDraw.prizes[car-wash-35].quantity',
        clause: '§5.4.3',
        label: '互动抽奖 · 奖品 35 元洗车抵用券 · 数量',
        before: `${quantity} 份`,
        after: `${quantity + 1} 份`,
        judgement: 'favourable',
        why: expect.any(String),
      },
    ])
  })
})

describe('怎样才能发布', () => {
  const phone = (copy: Terms) => Object.assign(copy.organiser, { phone: '400-000-0001' })
  const better = (copy: Terms) => Object.assign(copy.renewalRebate, { oneClaimRateBps: 9_999 })
  const third = (copy: Terms) => Object.assign(copy.operations, { thirdPersonAboveFen: 999_999_900 })
  const lines = (copy: Terms) => Object.assign(copy.operations, { payoutLinesPerBatch: 999 })
  const worse = (copy: Terms) => Object.assign(copy.renewalRebate, { twoClaimsRateBps: 0 })
  test.each<[string, Edit[], string]>([
    ['什么都没变', [], 'nothing'],
    ['只有无关的：写明原因', [phone], 'reason'],
    ['有利的：两个人', [better], 'second-person'],
    ['打款加一位复核的金额：与参与人无关，也要两个人', [third], 'second-person'],
    ['一批打款的笔数：也要两个人', [lines], 'second-person'],
    ['有利的和无关的：两个人', [phone, better], 'second-person'],
    ['有一处不利，再有利也不行', [phone, better, worse], 'blocked'],
  ])('%s', (_name, edits, kind) => {
    const after = edited((copy) => {
      for (const edit of edits) edit(copy)
    })
    expect(decideChange(terms, after).kind).toBe(kind)
  })
})

/** Another value that the field may have. */
function anyValue(note: LeafNote): fc.Arbitrary<LeafValue> {
  const none = note.nullWord === null ? [] : [fc.constant(null)]
  switch (note.kind) {
    case 'scaled':
    case 'count':
      return fc.oneof(fc.integer({ min: note.min ?? 0, max: Math.min(note.max ?? 1_000_000, 1_000_000) }), ...none)
    case 'day':
      return fc.constantFrom('2026-01-05', '2026-09-15', '2026-12-31')
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(note.choices ?? {}))
    case 'text':
      return fc.oneof(fc.constantFrom('甲', '乙', '丙'), ...none)
  }
}

/** Every leaf of the demo's terms with the index of each item: `prizeDraw.prizes.0.quantity`. */
function placesOf({ field }: FieldSchema, value: unknown, path: string): [string, string, LeafNote][] {
  if (field.kind === 'group') {
    return Object.entries(field.entries).flatMap(([name, entry]) =>
      placesOf(entry, Reflect.get(Object(value), name), path === '' ? name : `${path}.${name}`),
    )
  }
  if (field.kind === 'list') {
    return (Array.isArray(value) ? value : []).flatMap((item, index) => placesOf(field.item, item, `${path}.${index}`))
  }
  return [[path, path.replace(/\.\d+/g, '[]'), field]]
}
const places = placesOf(termsSchema, terms, '')
const anyEdit = fc
  .constantFrom(...places)
  .chain(([path, field, note]) => anyValue(note).map((value) => ({ path, field, after: set(path, value) })))

test('规律：和自己比，什么都没有', () => {
  expect(compareTerms(terms, structuredClone(terms))).toEqual([])
})

test('规律：随便改一处，总有判断和理由；没有一处改动看不见', () => {
  fc.assert(
    fc.property(anyEdit, ({ after }) => {
      const differences = compareTerms(terms, after)
      expect(differences.length > 0).toBe(JSON.stringify(after) !== JSON.stringify(terms))
      for (const { judgement, why, label } of differences) {
        expect(['favourable', 'neutral', 'unfavourable']).toContain(judgement)
        expect(why.length).toBeGreaterThan(0)
        expect(label).not.toBe('')
      }
    }),
    { numRuns: 400 },
  )
})

test('规律：新旧对调，有利变不利；能分高低的，不会两个方向都有利', () => {
  fc.assert(
    fc.property(anyEdit, ({ after, field }) => {
      const forth = compareTerms(terms, after)
      const back = compareTerms(after, terms)
      expect(back).toHaveLength(forth.length)
      // A changed name of an item is one gone and one come: there only the two directions together are compared.
      const favourable = forth.filter(({ judgement }) => judgement === 'favourable').length
      const unfavourable = back.filter(({ judgement }) => judgement === 'unfavourable').length
      expect(unfavourable).toBeGreaterThanOrEqual(favourable)
      const judge = fieldJudges[field]
      if (judge?.ordered && forth.length === 1) {
        expect([forth[0]?.judgement, back[0]?.judgement]).toContain('unfavourable')
      }
    }),
    { numRuns: 400 },
  )
})
