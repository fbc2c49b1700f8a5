type Role =
  | 'button'
  | 'img'
  | 'dialog'
  | 'alert'
  | 'status'
  | 'switch'
  | 'heading'
  | 'table'
  | 'list'
  | 'listitem'
  | 'radiogroup'
  | 'radio'
  | 'checkbox'

interface Spoken {
  role?: Role
  label?: string
  /** Purely decorative: not spoken at all. */
  hidden?: boolean
  /** Changes are spoken as they come. */
  live?: boolean
  disabled?: boolean
}

const roleAttribute = process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role'

/** What a screen reader says of an element, as attributes of the target platform. */
export function accessible({ role, label, hidden, live, disabled }: Spoken): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (role) attributes[roleAttribute] = role
  if (label !== undefined) attributes['aria-label'] = label
  if (hidden) attributes['aria-hidden'] = 'true'
  if (live) attributes['aria-live'] = 'polite'
  if (disabled !== undefined) attributes['aria-disabled'] = String(disabled)
  return attributes
}
