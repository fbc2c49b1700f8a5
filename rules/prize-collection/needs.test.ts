import { describe, expect, test } from 'vitest'
import { fen } from '#values/money'
import type { TermsOverrides } from '../../tests/fixtures/terms'
import { demoPrize, demoTerms } from '../../tests/fixtures/terms'
import { type CollectionField, type CollectionWay, fieldsAsked, needsIdentity, needsNothing, waysOf } from './needs'

const above = (identityAboveFen: number | null): TermsOverrides => ({
  prizeDraw: { collection: { identityAboveFen: identityAboveFen === null ? null : fen(identityAboveFen) } },
})
const card = demoPrize('fuel-card-200')
const holder = demoPrize('phone-holder')
const wash = demoPrize('car-wash-35')

describe('登记证件：只在须计税、超过规定价值时', () => {
  test.each([
    ['价值正好等于规定', above(20_000), card, false],
    ['超过 1 分', above(19_999), card, true],
    ['不计税的，超过也不登记', above(19_999), { ...card, taxable: false }, false],
    ['条款写 不登记', above(null), card, false],
    ['示范：45 元支架不到 100 元', {}, holder, false],
    ['示范：200 元加油卡超过 100 元', {}, card, true],
  ])('%s', (_name, overrides, prize, needed) => {
    expect(needsIdentity(demoTerms(overrides), prize)).toBe(needed)
  })
})

describe('每种奖品问什么', () => {
  test.each<[string, typeof card, CollectionWay, CollectionField[]]>([
    ['电子券：什么都不问', wash, 'code', []],
    ['快递、不登记证件', holder, 'delivery', ['name', 'phone', 'region', 'address']],
    ['快递、登记证件', card, 'delivery', ['name', 'phone', 'region', 'address', 'idNumber']],
    ['到网点领取', holder, 'in-person', ['name', 'phone', 'branch']],
    ['到网点领取、登记证件', card, 'in-person', ['name', 'phone', 'branch', 'idNumber']],
    ['须计税的电子券：只问姓名和证件', { ...card, delivery: 'coupon' }, 'code', ['name', 'idNumber']],
  ])('%s', (_name, prize, way, fields) => {
    expect(fieldsAsked(demoTerms(), prize, way)).toEqual(fields)
  })

  test.each<[string, typeof card, CollectionWay[]]>([
    ['电子券', wash, ['code']],
    ['实物，可到网点', holder, ['delivery', 'in-person']],
    ['实物，只快递', { ...holder, inPerson: false }, ['delivery']],
  ])('%s：可选的领取方式', (_name, prize, ways) => expect(waysOf(prize)).toEqual(ways))

  test.each<[string, typeof card, boolean]>([
    ['电子券', wash, true],
    ['须计税的电子券', { ...card, delivery: 'coupon' }, false],
    ['实物', holder, false],
  ])('%s：不用填写', (_name, prize, nothing) => expect(needsNothing(demoTerms(), prize)).toBe(nothing))
})
