import { expect, test } from 'vitest'
import { readFilter } from '../../ejson/typed'
import { type Condition, filterText, operators } from './conditions'

const of = (field: string, operator: Condition['operator'], value = '') => ({ field, operator, value })

test.each<[Condition[], string]>([
  [[], ''],
  [[of(' ', 'eq', 'a')], ''],
  [[of('status', 'eq', 'open')], '{ status: "open" }'],
  [[of('n', 'gte', '3'), of('done', 'eq', 'true')], '{ n: { $gte: 3 }, done: true }'],
  [[of('n', 'gt', '1'), of('n', 'lt', '5')], '{ $and: [{ n: { $gt: 1 } }, { n: { $lt: 5 } }] }'],
  [[of('n', 'in', '1, 二，null')], '{ n: { $in: [1, "二", null] } }'],
  [[of('phone', 'eq', '"13800001111"')], '{ phone: "13800001111" }'],
  [[of('id', 'eq', '12a')], '{ id: "12a" }'],
  [[of('at', 'lt', 'ISODate("2026-09-08")')], '{ at: { $lt: ISODate("2026-09-08") } }'],
  [[of('at', 'lt', 'ISODate("tomorrow")')], '{ at: { $lt: "ISODate(\\"tomorrow\\")" } }'],
  [[of('name', 'contains', 'a/b.c')], '{ name: /a\\/b\\.c/ }'],
  [[of('name', 'starts', '林')], '{ name: /^林/ }'],
  [[of('a b', 'missing')], '{ "a b": { $exists: false } }'],
])('%j becomes %s', (conditions, text) => {
  expect(filterText(conditions)).toBe(text)
})

test('whatever is chosen can be read as a filter', () => {
  for (const operator of operators)
    for (const value of ['', '"', '/', '\\', '[', 'a"b', '1,2', '\n', '“x”'])
      expect([operator, value, readFilter(filterText([of('f.g', operator, value)])).ok]).toEqual([
        operator,
        value,
        true,
      ])
})
