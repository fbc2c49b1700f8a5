import { describe, expect, test } from 'vitest'
import { isTheirs, mayUnmask } from './may-see'

describe('谁看得到谁', () => {
  test.each([
    ['网点看本网点的客户', { role: 'branch', branchCode: 'SF0101' }, ['SF0102', 'SF0101'], true],
    ['网点不看别的网点的客户', { role: 'branch', branchCode: 'SF0101' }, ['SF0102'], false],
    ['网点不看没有保单的人', { role: 'branch', branchCode: 'SF0101' }, [], false],
    ['没有网点的网点人员谁都不看', { role: 'branch', branchCode: null }, ['SF0101'], false],
    ['只管一个网点的审核，看本网点的客户', { role: 'reviewer', branchCode: 'SF0101' }, ['SF0101'], true],
    ['只管一个网点的审核，不看别的网点的客户', { role: 'reviewer', branchCode: 'SF0101' }, ['SF0102'], false],
    ['只管一个网点的财务，不看没有保单的人', { role: 'finance', branchCode: 'SF0101' }, [], false],
    ['审核看所有网点的客户', { role: 'reviewer', branchCode: null }, ['SF0102'], true],
    ['审核也看没有保单的人', { role: 'reviewer', branchCode: null }, [], true],
  ] as const)('%s', (_name, staff, branches, expected) => expect(isTheirs(staff, branches)).toBe(expected))

  test('银行卡号只有财务看得到，证件号网点看不到，分析什么都看不到', () => {
    const roles = ['admin', 'reviewer', 'finance', 'branch', 'workshop', 'analyst'] as const
    const whoSees = (field: ReturnType<typeof mayUnmask>[number]) =>
      roles.filter((role) => mayUnmask(role).includes(field))
    expect(whoSees('bank-card')).toEqual(['finance'])
    expect(whoSees('id-number')).toEqual(['admin', 'reviewer'])
    expect(mayUnmask('analyst')).toEqual([])
  })
})
