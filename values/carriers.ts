/** Who carries parcels, as staff choose and customers read it. */
export const carriers = {
  sf: '顺丰速运',
  ems: '邮政 EMS',
  jd: '京东快递',
  zto: '中通快递',
  yto: '圆通速递',
  sto: '申通快递',
  yunda: '韵达快递',
} as const

export type Carrier = keyof typeof carriers

const names = Object.entries(carriers) as [Carrier, string][]

/** The carrier that staff wrote, by its name or its code; null for one that is not known. */
export function carrierOf(text: string): Carrier | null {
  const plain = text.trim().toLowerCase()
  const found = names.find(([code, name]) => code === plain || name === text.trim() || name.startsWith(text.trim()))
  return plain === '' || !found ? null : found[0]
}

/** Letters, digits and hyphens, 8 to 24: what carriers print. */
export const isTrackingNumber = (text: string): boolean => /^[A-Z0-9-]{8,24}$/.test(text)
