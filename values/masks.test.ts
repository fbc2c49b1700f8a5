import { describe, expect, test } from 'vitest'
import { maskIdNumber, maskName, maskPhone, maskPlate, maskVin, withoutPersonal } from './masks'

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

describe('自由填写的理由里不留号码', () => {
  test.each([
    ['手机号', '已电话 13800001234 核实', '已电话 ‹号码› 核实'],
    ['分组的手机号', '138 0000 1234', '‹号码›'],
    ['全角的手机号', '１３８００００１２３４', '‹号码›'],
    ['证件号', '证件11010519491231002X一致', '证件‹号码›一致'],
    ['银行卡号，分组', '卡号 6222 0212 3456 7890 123', '卡号 ‹号码›'],
    ['车牌', '京A·80001 与保单不符', '‹车牌› 与保单不符'],
    ['新能源车牌', '粤AD12345', '‹车牌›'],
    ['邮箱', '发至 li@example.com', '发至 ‹邮箱›'],
    ['保单号不是个人的，留下', '保单 PDZA202511010000001234 金额不符', '保单 PDZA202511010000001234 金额不符'],
    ['日期和金额留下', '2026-09-08 应付 600.00 元', '2026-09-08 应付 600.00 元'],
  ])('%s', (_name, text, kept) => expect(withoutPersonal(text)).toBe(kept))
})
