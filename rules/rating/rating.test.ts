import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { bps, fen } from '#values/money'
import { anyRounding } from '../../tests/fixtures/offer-facts'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import type { RateTable } from '../campaign/terms'
import { quoteForNewCustomer } from './quote'
import { ratePremium, type VehicleToRate } from './rating'

const familyCar: VehicleToRate = {
  vehicleType: 'passenger-car',
  usageNature: 'family',
  drivingRegion: 'province',
  claimsLastYear: 0,
}
const autumn = day('2026-09-15')

/** A table of round figures: ¥2,000 in the province, ¥2,200 nationwide, factors 80 %, 100 %, 150 % from three claims on. */
function table(overrides: Partial<RateTable> = {}): RateTable {
  const car = { vehicleType: 'passenger-car', usageNature: 'family' } as const
  return {
    tableName: '测试费率表',
    effectiveFromOn: day('2026-01-01'),
    pricingFactorBps: bps(9_000),
    noClaimFactors: [
      { claimsFrom: 0, factorBps: bps(8_000) },
      { claimsFrom: 1, factorBps: bps(10_000) },
      { claimsFrom: 3, factorBps: bps(15_000) },
    ],
    basePremiums: [
      { ...car, drivingRegion: 'province', basePremiumFen: fen(200_000) },
      { ...car, drivingRegion: 'nationwide', basePremiumFen: fen(220_000) },
    ],
    compulsoryPremiums: [{ ...car, premiumFen: fen(95_000) }],
    ...overrides,
  }
}
const termsWith = (tables: RateTable[], overrides: TermsOverrides = {}) =>
  demoTerms({ ...overrides, newCustomerDiscount: { ...overrides.newCustomerDiscount, rating: { tables } } })

const rate = (vehicle: Partial<VehicleToRate>, on = autumn, tables = [table()], overrides: TermsOverrides = {}) =>
  ratePremium(termsWith(tables, overrides), { ...familyCar, ...vehicle }, on)

describe('基准保费 × 无赔款优待系数 × 自主定价系数', () => {
  test.each<[string, Partial<VehicleToRate>, number]>([
    ['未出险：2000 × 0.8 × 0.9', { claimsLastYear: 0 }, 144_000],
    ['出险 1 次：2000 × 1 × 0.9', { claimsLastYear: 1 }, 180_000],
    ['出险 2 次，还在 1 次的一行', { claimsLastYear: 2 }, 180_000],
    ['出险 3 次：2000 × 1.5 × 0.9', { claimsLastYear: 3 }, 270_000],
    ['出险 20 次，最后一行含更多次数', { claimsLastYear: 20 }, 270_000],
    ['境内：2200 × 0.8 × 0.9', { drivingRegion: 'nationwide' }, 158_400],
  ])('%s', (_name, vehicle, premium) => {
    expect(rate(vehicle)).toMatchObject({ kind: 'rated', commercialPremiumFen: premium, compulsoryPremiumFen: 95_000 })
  })

  test.each([
    ['舍去到分', 'fen', 'down', 23_999],
    ['四舍五入到分', 'fen', 'half-up', 24_000],
    ['舍去到元', 'yuan', 'down', 23_900],
    ['四舍五入到角', 'jiao', 'half-up', 24_000],
  ] as const)('33333 × 0.8 × 0.9 = 23999.76 分，%s', (_name, unit, direction, premium) => {
    const base = table().basePremiums.map((row) => ({ ...row, basePremiumFen: fen(33_333) }))
    const rounding = { rounding: { unit, direction } }
    expect(rate({}, autumn, [table({ basePremiums: base })], rounding)).toMatchObject({ commercialPremiumFen: premium })
  })
})

describe('用当日生效的费率表', () => {
  const later = table({ tableName: '第四季度', effectiveFromOn: day('2026-10-01'), pricingFactorBps: bps(10_000) })
  test.each([
    ['生效前一天用上一张', '2026-09-30', '测试费率表', 144_000],
    ['生效当日用新的', '2026-10-01', '第四季度', 160_000],
    ['第一张的生效日', '2026-01-01', '测试费率表', 144_000],
  ])('%s', (_name, on, tableName, premium) => {
    expect(rate({}, day(on), [table(), later])).toMatchObject({ table: { tableName }, commercialPremiumFen: premium })
  })
  test('第一张生效以前，不能试算', () => {
    expect(rate({}, day('2025-12-31'), [table(), later])).toEqual({ kind: 'unavailable' })
  })
})

describe('表里没有的，不猜', () => {
  test.each<[string, Partial<VehicleToRate>]>([
    ['没有这种车', { vehicleType: 'suv' }],
    ['没有这种使用性质', { usageNature: 'rental' }],
  ])('%s', (_name, vehicle) => expect(rate(vehicle)).toEqual({ kind: 'unavailable' }))

  test('出险次数未知：待核实，只有交强险', () => {
    const rating = rate({ claimsLastYear: 'unknown' })
    expect(rating).toMatchObject({ kind: 'to-verify', compulsoryPremiumFen: 95_000 })
    expect(rating).not.toHaveProperty('commercialPremiumFen')
  })
})

describe('新客户的试算', () => {
  const quote = (vehicle: Partial<VehicleToRate> = {}, invited = false, overrides: TermsOverrides = {}) =>
    quoteForNewCustomer(termsWith([table()], overrides), { ...familyCar, ...vehicle }, autumn, invited ? '李**' : null)
  const amounts = (answer: ReturnType<typeof quote>) =>
    answer.kind === 'quoted'
      ? answer.statement.flatMap(({ label, value, amountFen }) => (amountFen === null ? [] : [`${label} ${value}`]))
      : []

  test('逐行写明，加起来等于应付保费；交强险不在其中', () => {
    const answer = quote()
    expect(answer).toMatchObject({ commercialPremiumFen: 144_000, discountFen: 7_200, payableFen: 136_800 })
    expect(amounts(answer)).toEqual([
      '商业险基准保费 ¥2,000.00',
      '无赔款优待 -¥400.00',
      '自主定价 -¥160.00',
      '新客户折扣 -¥72.00',
      '优惠后商业险保费 ¥1,368.00',
    ])
    expect(answer).toMatchObject({ compulsoryPremiumFen: 95_000 })
  })
  test('由老客户推荐的，折上折也是一行', () => {
    const answer = quote({}, true)
    expect(answer).toMatchObject({ payableFen: 134_064 })
    expect(amounts(answer).slice(-3)).toEqual([
      '新客户折扣 -¥72.00',
      '推荐再享折扣 -¥27.36',
      '优惠后商业险保费 ¥1,340.64',
    ])
  })
  test('没有开放折扣时，应付就是试算保费', () => {
    expect(quote({}, false, { newCustomerDiscount: { enabled: false } })).toMatchObject({
      discountFen: 0,
      payableFen: 144_000,
    })
  })
  test.each([
    ['已试算', familyCar],
    ['待核实', { ...familyCar, claimsLastYear: 'unknown' as const }],
  ])('%s：写明仅供参考，交强险不打折', (_name, vehicle) => {
    const answer = quote(vehicle)
    const text = answer.kind === 'unavailable' ? '' : JSON.stringify(answer.statement)
    expect(text).toContain('仅供参考')
    expect(text).toContain('不打折')
  })
  test('待核实：一行金额都没有', () => {
    const answer = quote({ claimsLastYear: 'unknown' })
    if (answer.kind !== 'to-verify') throw new Error(answer.kind)
    expect(answer.statement.every(({ amountFen }) => amountFen === null)).toBe(true)
  })
})

const rows = demoTerms().newCustomerDiscount.rating.tables.flatMap(({ basePremiums }) => basePremiums)
/** Combinations of what the demo's tables list: some of them stand in no row. */
const anyVehicle: fc.Arbitrary<VehicleToRate> = fc.record({
  vehicleType: fc.constantFrom(...rows.map(({ vehicleType }) => vehicleType)),
  usageNature: fc.constantFrom(...rows.map(({ usageNature }) => usageNature)),
  drivingRegion: fc.constantFrom(...rows.map(({ drivingRegion }) => drivingRegion)),
  claimsLastYear: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant('unknown' as const)),
})

test('规律：演示费率表里的车都能试算，各行相加等于应付保费，不多于试算保费', () => {
  fc.assert(
    fc.property(anyVehicle, anyRounding, fc.boolean(), (vehicle, rounding, invited) => {
      const terms = demoTerms({ rounding })
      const [first] = terms.newCustomerDiscount.rating.tables
      const listed = first?.basePremiums.some(
        (row) => row.vehicleType === vehicle.vehicleType && row.usageNature === vehicle.usageNature,
      )
      const quote = quoteForNewCustomer(terms, vehicle, autumn, invited ? '李**' : null)
      const kind = vehicle.claimsLastYear === 'unknown' ? 'to-verify' : 'quoted'
      expect(quote.kind).toBe(listed ? kind : 'unavailable')
      if (quote.kind !== 'quoted') return
      const parts = quote.statement.filter((line) => line.kind === 'part')
      expect(parts.reduce((sum, { amountFen }) => sum + (amountFen ?? Number.NaN), 0)).toBe(quote.payableFen)
      expect(quote.payableFen).toBeGreaterThanOrEqual(0)
      expect(quote.payableFen).toBeLessThanOrEqual(quote.commercialPremiumFen)
    }),
  )
})

test('规律：出险越多，试算保费不会更低', () => {
  fc.assert(
    fc.property(anyRounding, fc.integer({ min: 0, max: 19 }), (rounding, claims) => {
      const premium = (claimsLastYear: number) => {
        const rating = ratePremium(demoTerms({ rounding }), { ...familyCar, claimsLastYear }, autumn)
        return rating.kind === 'rated' ? rating.commercialPremiumFen : Number.NaN
      }
      expect(premium(claims + 1)).toBeGreaterThanOrEqual(premium(claims))
    }),
  )
})
