import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isVin, vinCheckDigit } from './vin'

describe('车架号', () => {
  test.each([
    ['标准里的例子，校验位是 X', '1M8GDM9AXKP042788', true],
    ['全是 1', '11111111111111111', true],
    ['校验位错', '1M8GDM9A1KP042788', false],
    ['16 位', '1M8GDM9AXKP04278', false],
    ['18 位', '1M8GDM9AXKP0427888', false],
    ['小写', '1m8gdm9axkp042788', false],
    ['有 O', '1M8GDM9AXKPO42788', false],
    ['有 I', 'IM8GDM9AXKP042788', false],
    ['有 Q', '1M8GDM9AXKPQ42788', false],
    ['第 9 位是不会出现的字母', '1M8GDM9AYKP042788', false],
    ['空', '', false],
  ])('%s', (_name, text, valid) => {
    expect(isVin(text)).toBe(valid)
  })

  const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPRSTUVWXYZ')
  const vin = fc.array(character, { minLength: 17, maxLength: 17 }).map((characters) => {
    const text = characters.join('')
    return `${text.slice(0, 8)}${vinCheckDigit(text)}${text.slice(9)}`
  })

  test('任何一个数字写成另一个数字都会发现', () => {
    fc.assert(
      fc.property(vin, fc.nat(16), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const digit = text.charAt(at)
        fc.pre(/\d/.test(digit))
        const wrong = `${text.slice(0, at)}${(Number(digit) + by) % 10}${text.slice(at + 1)}`
        expect(isVin(text)).toBe(true)
        expect(isVin(wrong)).toBe(false)
      }),
    )
  })
})
