import { expect, test } from 'vitest'
import { type Day, day } from '#values/days'
import { mayRefer, type Standing } from './may-refer'

type Cover = [startsOn: string, endsOn: string, state?: 'in-force' | 'cancelled']
const on: Day = day('2026-09-08')
const standing = (covers: Cover[] | null): Standing =>
  mayRefer(
    covers?.map(([startsOn, endsOn, state = 'in-force']) => ({
      state,
      coverStartsOn: day(startsOn),
      coverEndsOn: day(endsOn),
    })) ?? null,
    on,
  )

test.each<[string, Cover[], 'may' | 'may-not']>([
  ['当天起保', [['2026-09-08', '2027-09-07']], 'may'],
  ['明天起保', [['2026-09-09', '2027-09-08']], 'may-not'],
  ['当天是最后一天', [['2025-09-09', '2026-09-08']], 'may'],
  ['昨天到期', [['2025-09-08', '2026-09-07']], 'may-not'],
  ['已经退保', [['2026-01-01', '2026-12-31', 'cancelled']], 'may-not'],
  [
    '两张里有一张有效',
    [
      ['2025-01-01', '2025-12-31'],
      ['2026-01-01', '2026-12-31'],
    ],
    'may',
  ],
  ['没有保单', [], 'may-not'],
])('%s', (_name, covers, kind) => expect(standing(covers).kind).toBe(kind))

test('不能推荐时说明怎样才能', () => {
  expect(standing(null)).toMatchObject({ why: 'not-bound', advice: '绑定您本人的保单后，就可以推荐。' })
  expect(standing([])).toMatchObject({ why: 'no-policy-in-force' })
  const soon = standing([
    ['2026-10-01', '2027-09-30'],
    ['2026-09-15', '2027-09-14'],
  ])
  expect(soon).toMatchObject({ advice: '您的保单 2026 年 9 月 15 日起保，起保后就可以推荐。' })
})
