import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import type { BenefitStatus } from './benefit'
import { isOverdue, waitsForOf } from './waits-for'

const pending: BenefitStatus = { kind: 'pending', since: 1 }
const decided = (kind: Exclude<BenefitStatus['kind'], 'pending'>): BenefitStatus => ({
  kind,
  at: 2,
  by: 'reviewer-1',
  why: '核对无误',
})
type Waiting = Parameters<typeof waitsForOf>[0]
const cash = (changes: Partial<Waiting>): Waiting => ({
  form: 'cash',
  decision: { kind: 'granted' },
  status: pending,
  holdUntil: null,
  customerOwes: null,
  needsReview: null,
  ...changes,
})

describe('每一项都有人在办：等谁，由状态和欠缺的东西决定', () => {
  test.each<[name: string, entry: Waiting, waitsFor: ReturnType<typeof waitsForOf>]>([
    ['现金返还，刚给：待审核', cash({}), 'review'],
    ['观察期内：等期满', cash({ holdUntil: 5 }), 'hold'],
    ['观察期内又有资料更新：先交人看', cash({ holdUntil: 5, needsReview: '保单资料有更新' }), 'review'],
    ['出险次数待核实：等核心系统补报', cash({ decision: { kind: 'to-verify', missing: '上年出险次数' } }), 'to-verify'],
    [
      '首年返还，续保时出险次数待核实：也等核心系统补报',
      cash({
        form: 'set-off',
        settledByPolicyNumber: 'DEMO2',
        decision: { kind: 'to-verify', missing: '首年保险期间的出险次数' },
      }),
      'to-verify',
    ],
    ['暂停的：恢复后再定', cash({ decision: { kind: 'stopped' } }), null],
    ['首年返还：等次年续保', cash({ form: 'set-off' }), null],
    ['首年返还，续保出单后才核实：待审核', cash({ form: 'set-off', settledByPolicyNumber: 'DEMO2' }), 'review'],
    ['实物奖品没填领奖信息：等客户', cash({ form: 'goods', customerOwes: 'details' }), 'customer'],
    ['填好了：待审核', cash({ form: 'goods' }), 'review'],
    ['现金审核通过：待打款', cash({ status: decided('approved') }), 'payout'],
    ['打款失败，账户要更正：等客户', cash({ status: decided('approved'), customerOwes: 'account' }), 'customer'],
    ['通过后资料有更新：先交人看，不打款', cash({ status: decided('approved'), needsReview: '有更新' }), 'review'],
    ['礼品审核通过：待发放', cash({ form: 'gift', status: decided('approved') }), 'hand-over'],
    ['实物奖品审核通过：待发放', cash({ form: 'goods', status: decided('approved') }), 'hand-over'],
    ['电子券：待发码', cash({ form: 'coupon', status: decided('approved') }), 'hand-over'],
    ['服务礼包：客户自己用', cash({ form: 'service', status: decided('approved') }), null],
    ['折扣补核实通过：核心系统批改', cash({ form: 'discount', status: decided('approved') }), null],
    ['给了：没有人要办', cash({ status: decided('fulfilled') }), null],
    ['给了之后资料有更新：交人看', cash({ status: decided('fulfilled'), needsReview: '有更新' }), 'review'],
    ['不给了', cash({ status: decided('refused') }), null],
    ['过期了', cash({ status: decided('expired') }), null],
    ['收回了，即使欠着东西', cash({ status: decided('clawed-back'), customerOwes: 'account' }), null],
  ])('%s', (_name, entry, waitsFor) => {
    expect(waitsForOf(entry)).toBe(waitsFor)
  })
})

describe('过了承诺的那一天还没给，就是逾期', () => {
  const dueOn = day('2026-09-30')
  test.each<[name: string, status: BenefitStatus, dueOn: typeof dueOn | null, on: string, overdue: boolean]>([
    ['当天还不算', pending, dueOn, '2026-09-30', false],
    ['第二天就算', pending, dueOn, '2026-10-01', true],
    ['审核过了没付也算', decided('approved'), dueOn, '2026-10-01', true],
    ['给了就不算', decided('fulfilled'), dueOn, '2026-10-01', false],
    ['不给的不算', decided('refused'), dueOn, '2026-10-01', false],
    ['没有承诺日期的不算', pending, null, '2026-10-01', false],
  ])('%s', (_name, status, due, on, overdue) => {
    expect(isOverdue({ status, dueOn: due }, day(on))).toBe(overdue)
  })
})
