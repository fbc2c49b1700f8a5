import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  idCheckCharacter,
  isCitizenId,
  isSocialCreditCode,
  kindOfIdNumber,
  socialCreditCheckCharacter,
} from './id-number'

describe('证件号', () => {
  test.each([
    ['国家标准里的例子', '11010519491231002X', 'person'],
    ['国家标准里的例子，末位是数字', '440524188001010014', 'person'],
    ['统一社会信用代码', '91350100M000100Y43', 'organisation'],
    ['校验位错', '110105194912310021', null],
    ['小写 x', '11010519491231002x', null],
    ['没有这一天', '110105199002300010', null],
    ['15 位旧号', '110105491231002', null],
    ['19 位', '11010519491231002X1', null],
    ['信用代码有 I', '91350100M0001I0Y43', null],
    ['信用代码校验位错', '91350100M000100Y44', null],
    ['空', '', null],
  ])('%s', (_name, text, kind) => {
    expect(kindOfIdNumber(text)).toBe(kind)
  })

  const two = (number: number) => String(number).padStart(2, '0')
  const citizen = fc
    .tuple(
      fc.integer({ min: 110_000, max: 659_999 }),
      fc.integer({ min: 1900, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(([region, year, month, date, order]) => {
      const first = `${region}${year}${two(month)}${two(date)}${String(order).padStart(3, '0')}`
      return `${first}${idCheckCharacter(first)}`
    })

  test('身份证号任何一位数字写错都会发现', () => {
    fc.assert(
      fc.property(citizen, fc.nat(17), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const digit = text.charAt(at)
        fc.pre(digit !== 'X')
        expect(isCitizenId(text)).toBe(true)
        expect(isCitizenId(`${text.slice(0, at)}${(Number(digit) + by) % 10}${text.slice(at + 1)}`)).toBe(false)
      }),
    )
  })

  test('身份证号相邻两位颠倒都会发现', () => {
    fc.assert(
      fc.property(citizen, fc.nat(15), (text, at) => {
        const [a, b] = [text.charAt(at), text.charAt(at + 1)]
        fc.pre(a !== b)
        expect(isCitizenId(text.slice(0, at) + b + a + text.slice(at + 2))).toBe(false)
      }),
    )
  })

  const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  const organisation = fc
    .array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 })
    .map((first) => first.join('') + socialCreditCheckCharacter(first.join('')))

  test('信用代码任何一个字符写错都会发现', () => {
    fc.assert(
      fc.property(organisation, fc.nat(17), fc.constantFrom(...characters), (text, at, other) => {
        fc.pre(text.charAt(at) !== other)
        expect(isSocialCreditCode(text)).toBe(true)
        expect(isSocialCreditCode(text.slice(0, at) + other + text.slice(at + 1))).toBe(false)
      }),
    )
  })
})
