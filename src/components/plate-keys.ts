const provinces = [...'京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼']
const digits = [...'1234567890']
/** I and O are left out of plates: they look like 1 and 0. */
const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
/** Driving schools, police, Hong Kong, Macao, embassies, consulates, trailers: only as the last character. */
const endings = [...'学警港澳使领挂']

export interface PlateKey {
  text: string
  /** Cannot stand at this place. */
  idle: boolean
}

/** The keys for the next place of a plate, of which `typed` characters are there. */
export function plateKeys(typed: number): PlateKey[] {
  if (typed === 0) return provinces.map((text) => ({ text, idle: false }))
  const full = typed >= 8
  const plain = [
    ...digits.map((text) => ({ text, idle: full || typed === 1 })),
    ...letters.map((text) => ({ text, idle: full })),
  ]
  return typed === 6 ? [...plain, ...endings.map((text) => ({ text, idle: false }))] : plain
}
