import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBankCardNumber } from './bank-card'
import { issuerOfCard } from './bank-issuers'

describe('银行卡号', () => {
  test.each([
    ['16 位，末位是校验位', '4111111111111111', true],
    ['校验位错', '4111111111111112', false],
    ['15 位', '411111111111111', false],
    ['20 位', '41111111111111111111', false],
    ['有空格', '4111 1111 1111 1111', false],
    ['空', '', false],
  ])('%s', (_name, text, valid) => {
    expect(isBankCardNumber(text)).toBe(valid)
  })

  test('任何一位写错都会发现', () => {
    const digits = fc.array(fc.nat(9), { minLength: 15, maxLength: 18 }).map((all) => all.join(''))
    fc.assert(
      fc.property(digits, fc.nat(18), fc.integer({ min: 1, max: 9 }), (first, place, by) => {
        const right = [...'0123456789'].map((check) => first + check).filter(isBankCardNumber)
        expect(right).toHaveLength(1)
        const [card = ''] = right
        const at = place % card.length
        const wrong = card.slice(0, at) + ((Number(card.charAt(at)) + by) % 10) + card.slice(at + 1)
        expect(isBankCardNumber(wrong)).toBe(false)
      }),
    )
  })

  test.each([
    ['工商银行', '6222020000000000', '中国工商银行'],
    ['农业银行，五位前缀', '9559900000000000', '中国农业银行'],
    ['表里没有', '4111111111111111', null],
    ['还没写完', '6222', null],
    ['空', '', null],
  ])('发卡行：%s', (_name, card, issuer) => {
    expect(issuerOfCard(card)).toBe(issuer)
  })
})
