import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { bps } from '#values/money'
import { goalStanding } from './goals'

const goals = { newCustomersBefore: 4_201, newCustomersGrowthBps: bps(1_500), renewalRateBps: bps(7_200), brand: '' }
const terms = { goals, newCustomerDiscount: { enabled: true } }
const today = day('2026-09-03')
const days = [
  { on: day('2026-09-01'), newCustomers: 3, due: 2, renewedInTime: 1 },
  { on: day('2026-09-02'), newCustomers: 4, due: 1, renewedInTime: 1 },
  { on: today, newCustomers: 1, due: 100, renewedInTime: 0 },
]

describe('新客户', () => {
  test('目标按基期增长，不足一人按一人算', () => {
    expect(goalStanding(terms, days, today).newCustomers).toEqual({
      soFar: 8,
      goal: 4_832,
      before: 4_201,
      growthBps: 1_500,
    })
  })
  test('没有新客户优惠，就没有人判断是不是新客户：不知道，不是零', () => {
    const without = { goals, newCustomerDiscount: { enabled: false } }
    expect(goalStanding(without, days, today).newCustomers.soFar).toBeNull()
  })
})

describe('续保率', () => {
  test('只算已经过完的天；不足万分之一的舍去', () => {
    expect(goalStanding(terms, days, today).renewalRate).toEqual({
      soFarBps: 6_666,
      goalBps: 7_200,
      due: 3,
      renewed: 2,
    })
  })
  test('还没有保单到期：不知道，不是零', () => {
    expect(goalStanding(terms, days.slice(2), today).renewalRate.soFarBps).toBeNull()
  })
})
