import { describe, expect, test } from 'vitest'
import { eventMessage } from '../tests/fixtures/policy-event'
import type { EventMessage } from './policy-columns'
import { readPolicyEvent } from './policy-event-reading'

const known = { branchCodes: new Set(['SF0101']), channelCodes: new Set(['branch']) }
const read = (changes: EventMessage) => readPolicyEvent(eventMessage(changes), known)
const problemsOf = (changes: EventMessage) => {
  const reading = read(changes)
  return reading.ok ? [] : reading.problems
}

describe('一条业务记录', () => {
  test('读成代码、时刻和分', () => {
    expect(read({})).toMatchObject({
      ok: true,
      event: {
        policyNumber: 'PDZA202600000001',
        event: 'issued',
        previousPolicyNumber: null,
        issuedAt: Date.UTC(2026, 8, 8, 1, 30),
        commercialPremiumFen: 420_000,
        claimsLastYear: 0,
        loyaltyGrade: '金卡',
      },
    })
  })

  test.each<[string, EventMessage, object]>([
    [
      '中文词和代码一样',
      { event: '退保', businessKind: '新保', usageNature: '家庭自用', drivingRegion: '境内' },
      { event: 'cancelled', usageNature: 'family', drivingRegion: 'nationwide' },
    ],
    ['出险次数为空：不知道，不是 0', { claimsLastYear: '' }, { claimsLastYear: null }],
    ['没有等级', { loyaltyGrade: '' }, { loyaltyGrade: null }],
    ['未上牌', { plateNumber: '未上牌' }, { plateNumber: '未上牌' }],
    ['车牌写法整理过', { plateNumber: '京a·8000l'.replace('l', '1') }, { plateNumber: '京A80001' }],
    ['小写的 x 是 X', { holderIdNumber: '11010519491231002x' }, { holderIdNumber: '11010519491231002X' }],
    [
      '投保人是单位',
      { holderName: '示范运输有限公司', holderIdNumber: '91350100M000100Y43' },
      { holderName: '示范运输有限公司' },
    ],
    ['当天止', { coverStartsOn: '2026-09-09', coverEndsOn: '2026-09-09' }, { coverEndsOn: '2026-09-09' }],
    ['只有交强险', { commercialPremiumFen: 0 }, { commercialPremiumFen: 0 }],
    ['带间隔号的姓名', { holderName: '示例·古丽' }, { holderName: '示例·古丽' }],
  ])('%s', (_name, changes, expected) => {
    expect(read(changes)).toMatchObject({ ok: true, event: expected })
  })

  test.each<[string, EventMessage, string, string]>([
    ['保单号小写', { policyNumber: 'pdza2026000001' }, 'policyNumber', 'pdza2026000001'],
    ['保单号太短', { policyNumber: 'P1' }, 'policyNumber', 'P1'],
    ['没有的事件', { event: '批改' }, 'event', '批改'],
    ['续保没有上年保单号', { businessKind: 'renewal' }, 'previousPolicyNumber', ''],
    ['上年保单号是自己', { previousPolicyNumber: 'PDZA202600000001' }, 'previousPolicyNumber', 'PDZA202600000001'],
    ['没有的机构', { branchCode: 'SF9999' }, 'branchCode', 'SF9999'],
    ['没有的渠道', { channelCode: 'unknown' }, 'channelCode', 'unknown'],
    ['车牌不对：遮盖', { plateNumber: '京A8000O' }, 'plateNumber', '京A·8***O'],
    ['车架号校验位不对：遮盖', { vin: '1M8GDM9A1KP042788' }, 'vin', '1M8**********2788'],
    ['没有的车辆类型', { vehicleType: '拖拉机' }, 'vehicleType', '拖拉机'],
    ['时间不对', { issuedAt: '2026-09-31 10:00' }, 'issuedAt', '2026-09-31 10:00'],
    ['日期不对', { coverStartsOn: '2026-02-30' }, 'coverStartsOn', '2026-02-30'],
    ['止期早于起期', { coverEndsOn: '2026-09-08' }, 'coverEndsOn', '2026-09-08'],
    ['保费为负', { commercialPremiumFen: -1 }, 'commercialPremiumFen', '-1'],
    ['保费不是整数分', { commercialPremiumFen: 0.5 }, 'commercialPremiumFen', '0.5'],
    ['出险次数为负', { claimsLastYear: -1 }, 'claimsLastYear', '-1'],
    ['没有的等级', { loyaltyGrade: '钻石' }, 'loyaltyGrade', '钻石'],
    ['姓名为空', { holderName: ' ' }, 'holderName', ''],
    ['姓名像公式', { holderName: '=cmd()' }, 'holderName', '=**'],
    ['证件号校验位不对：遮盖', { holderIdNumber: '110105194912310021' }, 'holderIdNumber', '110*************21'],
    ['手机号不对：遮盖', { holderPhone: '12800001234' }, 'holderPhone', '128****1234'],
    ['手机号跑到机构一列：也遮盖', { branchCode: '13800001234' }, 'branchCode', '138******34'],
    ['流水号不是整数', { sequence: 1.5 }, 'sequence', '1.5'],
  ])('%s', (_name, changes, field, value) => {
    const problems = problemsOf(changes)
    expect(problems.map((problem) => [problem.field, problem.value])).toEqual([[field, value]])
    expect(problems[0]?.reason).toMatch(/[\u4e00-\u9fa5]/)
  })

  test('缺了一项：说缺哪一项', () => {
    const { vin: _vin, ...rest } = eventMessage()
    const reading = readPolicyEvent(rest, known)
    expect(reading.ok ? [] : reading.problems).toMatchObject([
      { field: 'vin', value: '', reason: expect.stringContaining('缺少') },
    ])
  })

  test('几处不对一次说完', () => {
    expect(problemsOf({ vin: 'x', holderPhone: '1', coverEndsOn: '2026-01-01' }).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['vin', 'holderPhone', 'coverEndsOn']),
    )
  })

  test.each([
    ['null', null],
    ['文字', 'x'],
    ['数组', []],
    ['数', 1],
  ])('%s 不是记录', (_name, input) => {
    expect(readPolicyEvent(input, known).ok).toBe(false)
  })

  test('不认识的名字不算错；原型上的名字不算有', () => {
    expect(readPolicyEvent({ ...eventMessage(), extra: 1 }, known).ok).toBe(true)
    expect(readPolicyEvent(Object.create(eventMessage()), known)).toMatchObject({ ok: true })
  })
})
