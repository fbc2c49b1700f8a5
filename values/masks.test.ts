import { describe, expect, test } from 'vitest'
import { maskIdNumber, maskName, maskPhone, maskPlate, maskVin } from './masks'

describe('遮盖', () => {
  test.each([
    ['两个字的名字', maskName('王五'), '王**'],
    ['三个字的名字', maskName('王示例'), '王**'],
    ['生僻字是一个字', maskName('𠮷示例'), '𠮷**'],
    ['单位', maskName('示范运输有限公司', 'organisation'), '示范****'],
    ['证件号', maskIdNumber('11010519491231002X'), '110*************2X'],
    ['证件号少了几位，仍然遮住', maskIdNumber('1101051949'), '110*****49'],
    ['太短的全部遮住', maskIdNumber('1101'), '****'],
    ['手机号', maskPhone('13800001234'), '138****1234'],
    ['车架号', maskVin('LSVAU2A37N2183294'), 'LSV**********3294'],
    ['蓝牌', maskPlate('京A80001'), '京A·8***1'],
    ['新能源', maskPlate('京AD12345'), '京A·D****5'],
    ['未上牌', maskPlate('未上牌'), '未上牌'],
    ['空', maskPhone(''), ''],
  ])('%s', (_name, masked, expected) => {
    expect(masked).toBe(expected)
  })
})
