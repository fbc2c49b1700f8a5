import { formatDay } from '#values/days'
import type { Bps } from '#values/money'
import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'
import type { Draft, TermsDraft } from '../file/draft'
import type { Report, TermsPath } from '../file/problem'
import type { RateTable } from '../terms'

type Table = NonNullable<Draft<RateTable>>
type Vehicle = Partial<Pick<RateTable['compulsoryPremiums'][number], 'vehicleType' | 'usageNature'>> | undefined

/** §5.1.1 One table is in force on each day of the campaign, and it answers for every vehicle that it lists. */
export function checkRating({ newCustomerDiscount, period }: NonNullable<TermsDraft>, report: Report): void {
  const tables = newCustomerDiscount?.rating?.tables ?? []
  const path = ['newCustomerDiscount', 'rating', 'tables']
  for (const [index, table] of tables.entries()) {
    if (!table) continue
    checkEffective(table, tables[index - 1], [...path, index], report)
    checkFactors(table, [...path, index], report)
    checkVehicles(table, [...path, index], report)
  }
  const first = tables[0]?.effectiveFromOn
  if (first && period?.startsOn && first > period.startsOn) {
    report(
      [...path, 0, 'effectiveFromOn'],
      `第一张费率表 ${formatDay(first, true)}才生效，活动开始时没有费率表`,
      '改为活动开始日或以前',
    )
  }
}

function checkEffective(table: Table, before: Draft<RateTable>, path: TermsPath, report: Report): void {
  const [from, since] = [table.effectiveFromOn, before?.effectiveFromOn]
  if (from === undefined || since === undefined || since < from) return
  report(
    [...path, 'effectiveFromOn'],
    `生效日 ${formatDay(from, true)}没有晚于上一张表的 ${formatDay(since, true)}`,
    '按生效日从早到晚排列，不重复',
  )
}

/** The factors rise with the claims, from 0 claims on. */
function checkFactors({ noClaimFactors }: Table, path: TermsPath, report: Report): void {
  let before: { claimsFrom: number; factorBps: Bps } | null = null
  for (const [index, row] of (noClaimFactors ?? []).entries()) {
    if (row?.claimsFrom === undefined || row.factorBps === undefined) return
    const at = (field: string) => [...path, 'noClaimFactors', index, field]
    if (before === null && row.claimsFrom !== 0) report(at('claimsFrom'), '没有出险 0 次的系数', '第一行写 0')
    if (before !== null && row.claimsFrom <= before.claimsFrom) {
      report(at('claimsFrom'), `出险次数 ${row.claimsFrom} 没有比上一行多`, '按出险次数从少到多排列，不重复')
    }
    if (before !== null && row.factorBps < before.factorBps) {
      report(at('factorBps'), '出险更多，系数反而更低', '不低于上一行的系数')
    }
    before = { claimsFrom: row.claimsFrom, factorBps: row.factorBps }
  }
}

/** Each vehicle and use that is listed has a premium in both regions and a compulsory premium; nothing stands twice. */
function checkVehicles({ basePremiums, compulsoryPremiums }: Table, path: TermsPath, report: Report): void {
  const base = new Map<string, { index: number; words: string; regions: Set<string> }>()
  for (const [index, row] of (basePremiums ?? []).entries()) {
    const words = wordsOf(row)
    if (words === null || row?.drivingRegion === undefined) return // open or faulty, and reported as such
    const found = base.get(words) ?? { index, words, regions: new Set() }
    const region = drivingRegions[row.drivingRegion]
    if (found.regions.has(region)) {
      report([...path, 'basePremiums', index, 'vehicleType'], `${words}${region}的基准保费写了两次`, '只留一行')
    }
    found.regions.add(region)
    base.set(words, found)
  }
  const compulsory = new Set<string>()
  for (const [index, row] of (compulsoryPremiums ?? []).entries()) {
    const words = wordsOf(row)
    if (words === null) return
    const at = [...path, 'compulsoryPremiums', index, 'vehicleType']
    if (compulsory.has(words)) report(at, `${words}的交强险保费写了两次`, '只留一行')
    else if (basePremiums && !base.has(words)) report(at, `${words}没有基准保费`, '补上基准保费，或删去这一行')
    compulsory.add(words)
  }
  for (const { index, words, regions } of base.values()) {
    const at = [...path, 'basePremiums', index, 'vehicleType']
    for (const region of Object.values(drivingRegions)) {
      if (!regions.has(region)) report(at, `${words}没有${region}的基准保费`, '省内、境内各写一行')
    }
    if (compulsoryPremiums && !compulsory.has(words)) {
      report(at, `${words}没有交强险保费`, '在 compulsoryPremiums 补上一行')
    }
  }
}

const wordsOf = (row: Vehicle): string | null =>
  row?.vehicleType && row.usageNature ? `${vehicleTypes[row.vehicleType]}（${usageNatures[row.usageNature]}）` : null
