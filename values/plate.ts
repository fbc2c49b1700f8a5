/** The plate's colour as its characters tell it; a heavy truck's or coach's plain number is yellow too. */
export type PlateKind = 'blue' | 'green' | 'yellow' | 'white' | 'black' | 'none'

/** What a vehicle without a plate yet has in its place. */
export const NO_PLATE = '未上牌'

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const OFFICE = '[A-HJ-NP-Z]'
/** Five characters without I and O, at least one of them a digit. */
const SERIAL = '(?=.{0,4}\\d)[A-HJ-NP-Z0-9]'

/** Every mainland form (GA 36), each with its colour. Military plates are not insured here. */
const FORMS: readonly (readonly [RegExp, PlateKind])[] = [
  // New energy, 8 characters: small ones begin the serial with their letter, large ones end with it.
  [new RegExp(`^${PROVINCE}${OFFICE}[A-HJK][A-HJ-NP-Z0-9]\\d{4}$`), 'green'],
  [new RegExp(`^${PROVINCE}${OFFICE}\\d{5}[A-HJK]$`), 'green'],
  [new RegExp(`^${PROVINCE}${OFFICE}${SERIAL}{5}$`), 'blue'],
  // Trailers and driving schools.
  [new RegExp(`^${PROVINCE}${OFFICE}${SERIAL}{4}[挂学]$`), 'yellow'],
  [new RegExp(`^${PROVINCE}${OFFICE}${SERIAL}{4}警$`), 'white'],
  // Consulates; vehicles of Hong Kong and Macao in Guangdong; embassies.
  [new RegExp(`^${PROVINCE}${OFFICE}${SERIAL}{4}领$`), 'black'],
  [/^粤Z[A-HJ-NP-Z0-9]{4}[港澳]$/, 'black'],
  [/^使\d{6}$/, 'black'],
]

/** As it is compared and hashed: capital letters, without the point, spaces or hyphens; full-width characters made plain. */
export const normalPlate = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s·•・.-]/g, '')
    .toUpperCase()

/** The plate's colour by its form; `none` for 未上牌, null when it is no mainland plate. `plate` as `normalPlate` gives it. */
export function plateKindOf(plate: string): PlateKind | null {
  if (plate === NO_PLATE) return 'none'
  return FORMS.find(([form]) => form.test(plate))?.[1] ?? null
}
