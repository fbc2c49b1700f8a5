import { Drawing } from './Drawing'

export type PrizeIconKind = 'fuel-card' | 'maintenance-coupon' | 'car-wash-coupon' | 'accessories' | 'thanks'

interface PrizeIconProps {
  kind: PrizeIconKind
  /** In px; 48 by default. */
  size?: number
  /** Leave out where the prize's name stands beside it. */
  label?: string
}

export function PrizeIcon({ kind, size = 48, label }: PrizeIconProps) {
  return <Drawing name={kind} width={size} height={size} label={label} />
}
