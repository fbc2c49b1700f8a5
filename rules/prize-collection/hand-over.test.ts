import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { decideCounter, mayUndoHandOver } from './hand-over'
import { nextStep } from './next-step'
import { stageOf } from './stage'

const now = Date.parse('2026-11-20T10:00:00+08:00')
const facts: Parameters<typeof decideCounter>[0] = {
  status: 'approved',
  way: 'in-person',
  branchCode: 'SF0101',
  codeEndsAt: now + 60_000,
  codeUsed: false,
  atBranch: 'SF0101',
}

describe('当面发奖', () => {
  test.each<[string, Partial<typeof facts>, string | null]>([
    ['核实过、选了本网点', {}, null],
    ['还没有核实', { status: 'pending' }, 'prize-not-ready'],
    ['已经领走', { status: 'fulfilled' }, 'prize-handed-over'],
    ['过期的奖品', { status: 'expired' }, 'prize-not-ready'],
    ['选的是另一个网点', { atBranch: 'SF0102' }, 'prize-not-here'],
    ['选的是快递', { way: 'delivery', branchCode: null }, 'prize-not-here'],
    ['用过的码', { codeUsed: true }, 'code-used'],
    ['到期前 1 毫秒', { codeEndsAt: now + 1 }, null],
    ['到期的一刻', { codeEndsAt: now }, 'code-expired'],
  ])('%s', (_name, change, reason) => {
    const decision = decideCounter({ ...facts, ...change }, now)
    expect(decision.kind === 'refused' ? decision.reason : null).toBe(reason)
  })
})

describe('登记错了可以撤回', () => {
  const minute = 60_000
  test.each([
    ['柜台，10 分钟', 'in-person', 10 * minute, true],
    ['柜台，10 分钟零 1 毫秒', 'in-person', 10 * minute + 1, false],
    ['快递，24 小时', 'delivery', 1440 * minute, true],
    ['快递，24 小时零 1 毫秒', 'delivery', 1440 * minute + 1, false],
    ['券码，客户已经看到', 'code', 0, false],
    ['没有发过', null, 0, false],
  ] as const)('%s', (_name, way, since, may) => expect(mayUndoHandOver(way, now - since, now)).toBe(may))
})

describe('到了哪一步', () => {
  const at = { step: null, byCode: false, opened: true }
  test.each([
    ['中奖，还没开始填写', { ...at, status: 'pending', opened: false }, 'not-open'],
    ['可以填写', { ...at, status: 'pending' }, 'to-fill'],
    ['只有草稿', { ...at, status: 'pending', step: 'draft' }, 'to-fill'],
    ['已提交', { ...at, status: 'pending', step: 'submitted' }, 'submitted'],
    ['退回', { ...at, status: 'pending', step: 'returned' }, 'returned'],
    ['已核实', { ...at, status: 'approved', step: 'submitted' }, 'verified'],
    ['电子券，等券码', { ...at, status: 'approved', byCode: true }, 'code-coming'],
    ['已发放', { ...at, status: 'fulfilled' }, 'handed-over'],
    ['逾期', { ...at, status: 'expired' }, 'expired'],
    ['没有通过', { ...at, status: 'refused' }, 'refused'],
    ['收回', { ...at, status: 'clawed-back' }, 'refused'],
  ] as const)('%s', (_name, given, stage) => expect(stageOf(given)).toBe(stage))
})

describe('下一步说得出日子', () => {
  const next = {
    stage: 'to-fill',
    opensOn: day('2026-09-05'),
    untilOn: day('2026-11-13'),
    dueOn: day('2026-11-18'),
    way: 'delivery',
    branchName: null,
    drafted: false,
    why: null,
  } as const
  test.each<[string, Partial<Parameters<typeof nextStep>[0]>, string]>([
    ['未开始', { stage: 'not-open' }, '9 月 5 日起可以填写领奖信息，最迟 11 月 13 日'],
    ['待填写', {}, '请在 11 月 13 日前（含当日）填写领奖信息'],
    ['有草稿', { drafted: true }, '提交已存的领奖信息'],
    ['退回', { stage: 'returned', why: '地址不完整' }, '需要改正：地址不完整。请在 11 月 13 日前'],
    ['待核实', { stage: 'submitted' }, '11 月 18 日前（含当日）核实完毕'],
    ['待寄出', { stage: 'verified' }, '11 月 18 日前（含当日）寄出'],
    ['待领取', { stage: 'verified', way: 'in-person', branchName: '中心营业部' }, '请到中心营业部领取'],
    ['等券码', { stage: 'code-coming', way: 'code' }, '不用填写任何信息'],
    ['日历还没公布：不写日子', { stage: 'verified', dueOn: null }, '已核实，寄出'],
    ['逾期', { stage: 'expired' }, '没有在 11 月 13 日前（含当日）提交'],
  ])('%s', (_name, change, says) => expect(nextStep({ ...next, ...change })).toContain(says))
})
