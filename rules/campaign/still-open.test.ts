import { expect, test } from 'vitest'
import { day } from '#values/days'
import { openMatters } from './still-open'

const nothing = {
  waiting: 0,
  stopped: 0,
  promises: { count: 0, untilOn: null },
  policies: { count: 0, untilOn: null },
}

test('都办完了：可以发布下一个活动', () => {
  expect(openMatters(nothing)).toEqual([])
})

test.each([
  ['工作单上还有', { waiting: 3 }, '在办的权益', '3 笔在工作单上，办完为止'],
  ['暂停的', { stopped: 1 }, '暂停的权益', '1 笔等恢复，恢复后定下为止'],
  [
    '承诺还可以兑现',
    { promises: { count: 2, untilOn: day('2027-12-04') } },
    '首年返还的承诺',
    '2 笔等次年续保抵扣，最晚到 2027 年 12 月 4 日（含当日）',
  ],
  [
    '保单还可能退保',
    { policies: { count: 5, untilOn: day('2027-11-03') } },
    '活动期间出单的保单',
    '5 张有效，退保时要收回优惠，最晚到 2027 年 11 月 3 日（含当日）',
  ],
])('%s：说出是什么、多少、到哪天', (_, open, what, how) => {
  expect(openMatters({ ...nothing, ...open })).toEqual([{ what, how }])
})
