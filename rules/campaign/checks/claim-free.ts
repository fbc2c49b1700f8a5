import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §5.1.2 Whether a claim fell into the campaign nobody could find out: the core system tells the claims of a whole policy year. */
export function checkClaimFree({ firstYearRebate }: NonNullable<TermsDraft>, report: Report): void {
  if (!firstYearRebate?.enabled || firstYearRebate.claimFree !== 'campaign-period') return
  report(
    ['firstYearRebate', 'claimFree'],
    '活动期间有没有出险无从核实：核心系统只告知整个保险年度的出险次数，首年出过险的会一直待核实',
    '写 first-year（首年保单的整个保险期间），或不开放这项权益',
  )
}
