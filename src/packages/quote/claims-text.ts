import type { QuotedVehicle } from '@/cloud/quote'

/** 上年出险 2 次; from three on the terms treat all alike. */
export function claimsText(claims: QuotedVehicle['claimsLastYear']): string {
  if (claims === 'unknown') return '上年出险次数不清楚'
  return claims === 0 ? '上年未出险' : `上年出险 ${claims} 次${claims >= 3 ? '及以上' : ''}`
}
