import { idCheckCharacter, socialCreditCheckCharacter } from '#values/id-number'
import { vinCheckDigit } from '#values/vin'

const digits = (number: number, length: number): string => String(number).padStart(length, '0')

/**
 * People, cars and companies that belong to nobody, each by its number: the check digits are right, but no ID number was ever
 * given out for area 100000, no maker has the code L00, and the names say what they are.
 */
export const inventedVin = (number: number): string => {
  const vin = `L00DEM0A0T${digits(number, 7)}`
  return `${vin.slice(0, 8)}${vinCheckDigit(vin)}${vin.slice(9)}`
}

export function inventedIdNumber(number: number): string {
  const year = 1960 + (number % 45)
  const month = digits((Math.floor(number / 45) % 12) + 1, 2)
  const date = digits((Math.floor(number / 540) % 28) + 1, 2)
  const order = digits(Math.floor(number / 15_120) % 1000, 3)
  const first17 = `100000${year}${month}${date}${order}`
  return `${first17}${idCheckCharacter(first17)}`
}

export function inventedCompanyCode(number: number): string {
  const first17 = `91100000MADEM${digits(number, 4)}`
  return `${first17}${socialCreditCheckCharacter(first17)}`
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const GIVEN = ['示例', '演示', '样本', '虚构', '假名', '某某', '试用', '练习']

export const inventedName = (number: number): string =>
  `${SURNAMES[number % SURNAMES.length]}${GIVEN[Math.floor(number / SURNAMES.length) % GIVEN.length]}`

export const inventedCompany = (number: number): string =>
  `示范${SURNAMES[number % SURNAMES.length]}氏运输有限公司（演示）`

/** 138 0000 xxxx, then 138 0001 xxxx … */
export const inventedPhone = (number: number): string => `1380${digits(number, 7)}`

export const plateForms = ['blue', 'letters', 'green-small', 'green-large', 'yellow', 'trailer', 'none'] as const
export type PlateForm = (typeof plateForms)[number]

const CITIES = ['京A', '沪B', '粤B', '苏E', '川A', '鄂A'] as const

export function inventedPlate(number: number, form: PlateForm): string {
  const city = CITIES[number % CITIES.length] ?? '京A'
  switch (form) {
    case 'blue':
    case 'yellow':
      return `${city}${digits(number % 100_000, 5)}`
    case 'letters':
      return `${city}8K${digits(number % 1000, 3)}`
    case 'green-small':
      return `${city}D${digits(number % 100_000, 5)}`
    case 'green-large':
      return `${city}${digits(number % 100_000, 5)}D`
    case 'trailer':
      return `${city}${digits(number % 10_000, 4)}挂`
    case 'none':
      return '未上牌'
  }
}
