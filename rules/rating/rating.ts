import { percentText } from '#rules/campaign/figures'
import type { RateTable, Terms } from '#rules/campaign/terms'
import { type Day, formatDay } from '#values/days'
import { type Bps, type Fen, fen, formatFen } from '#values/money'
import { shareOf } from '#values/share'
import {
  type DrivingRegion,
  drivingRegions,
  type UsageNature,
  usageNatures,
  type VehicleType,
  vehicleTypes,
} from '#values/vehicle-words'
import { fact, part, type StatementLine } from '../benefit/statement'
import { claimsFact, claimsText } from '../policy/claims'
import type { ClaimsLastYear } from '../policy/policy'

const CLAUSE = '§5.1.1'

export interface VehicleToRate {
  vehicleType: VehicleType
  usageNature: UsageNature
  drivingRegion: DrivingRegion
  claimsLastYear: ClaimsLastYear
}

interface Rated {
  table: Pick<RateTable, 'tableName' | 'effectiveFromOn'>
  /** What the rating rests on; 交强险 among them, apart from all that adds up. */
  facts: StatementLine[]
  compulsoryPremiumFen: Fen
}

export type Rating =
  | ({ kind: 'rated'; commercialPremiumFen: Fen; parts: StatementLine[] } & Rated)
  /** 待核实: the claims are unknown, so there is no commercial premium yet. */
  | ({ kind: 'to-verify' } & Rated)
  /** No table is in force on the day, or it does not list the vehicle. */
  | { kind: 'unavailable' }

/**
 * “按车型、使用性质、行驶区域查基准保费，乘无赔款优待系数和自主定价系数；交强险另列，不打折。试算仅供参考，以核心系统出单为准。” (§5.1.1)
 * By the table in force on the day. The product is rounded once, as the terms state.
 */
export function ratePremium(
  { newCustomerDiscount, rounding }: Pick<Terms, 'newCustomerDiscount' | 'rounding'>,
  vehicle: VehicleToRate,
  on: Day,
): Rating {
  const table = tableInForce(newCustomerDiscount.rating.tables, on)
  const base = table?.basePremiums.find((row) => isFor(row, vehicle) && row.drivingRegion === vehicle.drivingRegion)
  const compulsory = table?.compulsoryPremiums.find((row) => isFor(row, vehicle))
  if (!table || !base || !compulsory) return { kind: 'unavailable' }
  const { basePremiumFen } = base
  const { claimsLastYear: claims } = vehicle
  const rated: Rated = {
    table: { tableName: table.tableName, effectiveFromOn: table.effectiveFromOn },
    compulsoryPremiumFen: compulsory.premiumFen,
    facts: [
      fact(
        '费率表',
        table.tableName,
        CLAUSE,
        `${formatDay(table.effectiveFromOn, true)}起生效；试算仅供参考，以出单时核心系统的保费为准`,
      ),
      claimsFact(claims),
      fact('交强险', formatFen(compulsory.premiumFen), null, '国家统一费率，另行收取，不打折'),
    ],
  }
  if (claims === 'unknown') return { kind: 'to-verify', ...rated }

  const factor = factorFor(table, claims)
  // Each part is what its factor changes, from amounts that are rounded as the total is: so the parts add up to it.
  const withFactor = shareOf(basePremiumFen, factor * WHOLE, WHOLE * WHOLE, rounding)
  const commercialPremiumFen = shareOf(basePremiumFen, factor * table.pricingFactorBps, WHOLE * WHOLE, rounding)
  return {
    kind: 'rated',
    commercialPremiumFen,
    ...rated,
    parts: [
      part('商业险基准保费', basePremiumFen, CLAUSE, vehicleText(vehicle)),
      part(
        '无赔款优待',
        fen(withFactor - basePremiumFen),
        CLAUSE,
        `上年${claimsText(claims)}，系数 ${percentText(factor)}`,
      ),
      part('自主定价', fen(commercialPremiumFen - withFactor), CLAUSE, `系数 ${percentText(table.pricingFactorBps)}`),
    ],
  }
}
const WHOLE = 10_000

/** The last table that is in effect on the day; a table's own first day is in. */
function tableInForce(tables: readonly RateTable[], on: Day): RateTable | undefined {
  return [...tables].reverse().find((table) => table.effectiveFromOn <= on)
}

/** The last row that the claims reach: checked terms begin with 0 claims and rise. */
function factorFor({ noClaimFactors }: RateTable, claims: number): Bps {
  const row = [...noClaimFactors].reverse().find(({ claimsFrom }) => claimsFrom <= claims)
  if (!row) throw new Error(`no factor for ${claims} claims`)
  return row.factorBps
}

const isFor = (row: Pick<VehicleToRate, 'vehicleType' | 'usageNature'>, vehicle: VehicleToRate): boolean =>
  row.vehicleType === vehicle.vehicleType && row.usageNature === vehicle.usageNature

const vehicleText = ({ vehicleType, usageNature, drivingRegion }: VehicleToRate): string =>
  [vehicleTypes[vehicleType], usageNatures[usageNature], drivingRegions[drivingRegion]].join(' · ')
