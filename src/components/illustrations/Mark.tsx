import { Drawing } from './Drawing'

export type MarkName =
  | 'tick'
  | 'cross'
  | 'clock'
  | 'unknown'
  | 'parcel'
  | 'back'
  | 'forward'
  | 'down'
  | 'copy'
  | 'lock'
  | 'dice'
  | 'open'
  | 'rules'
  | 'letters'
  | 'warning'
  | 'info'
  | 'percent'
  | 'coins'
  | 'wrench'
  | 'gift'
  | 'phone'
  | 'card'
  | 'shield'
  | 'person'
  | 'scan'
  | 'place'
  | 'refresh'

interface MarkProps {
  name: MarkName
  /** In px; 20 by default. */
  size?: number
  className?: string
}

/** A small sign beside a word, in the word's colour. The word says it all: the mark is not spoken. */
export function Mark({ name, size = 20, className = '' }: MarkProps) {
  return <Drawing name={name} width={size} height={size} toned={false} className={`drawing--mark ${className}`} />
}
