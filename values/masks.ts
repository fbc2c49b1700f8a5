import { NO_PLATE } from './plate'

const STAR = '*'

/** Keeps so many characters at each end; a text too short to hide anything in is hidden whole. */
function keepEnds(text: string, first: number, last: number): string {
  const characters = [...text]
  const hidden = characters.length - first - last
  if (hidden < 3) return STAR.repeat(characters.length)
  return [...characters.slice(0, first), STAR.repeat(hidden), ...characters.slice(characters.length - last)].join('')
}

/** `王**`, however long the name is: its length tells something too. An organisation keeps two characters. */
export const maskName = (name: string, kind: 'person' | 'organisation' = 'person'): string =>
  `${[...name].slice(0, kind === 'person' ? 1 : 2).join('')}${kind === 'person' ? '**' : '****'}`

/** `110*************2X`: less than the last six, which prove who somebody is. */
export const maskIdNumber = (idNumber: string): string => keepEnds(idNumber, 3, 2)

/** `138****1234`. */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4)

/** `PDZA********00A1`. */
export const maskPolicyNumber = (policyNumber: string): string => keepEnds(policyNumber, 4, 4)

/** `LSV**********1234`. */
export const maskVin = (vin: string): string => keepEnds(vin, 3, 4)

/** `京A·8***1`; 未上牌 stays as it is. */
export function maskPlate(plate: string): string {
  if (plate === NO_PLATE) return plate
  const serial = [...plate].slice(2)
  return `${[...plate].slice(0, 2).join('')}·${keepEnds(serial.join(''), 1, 1)}`
}

/** Phones, identity papers and bank cards, also in groups or full-width digits, but not within a longer word such as a policy number. */
const personalNumbers =
  /(?<![A-Za-z0-9])(?:[1１][3-9３-９](?:[ -]?[0-9０-９]){9}|[0-9０-９]{6}[ ]?[0-9０-９]{8}[ ]?[0-9０-９]{3}[0-9０-９Xx]|[0-9０-９]{4}(?: ?[0-9０-９]){8,15})(?![A-Za-z0-9])/g
/** 京A12345, 京A·12345, 粤AD12345. */
const plates = /[\u4e00-\u9fa5][A-Z][·\s]?[A-Z0-9]{5,6}(?![A-Za-z0-9])/g
const mailAddresses = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/g

/** A free text without numbers that are somebody's: what staff write as a reason is kept, and is no place for them. */
export const withoutPersonal = (text: string): string =>
  text.replace(personalNumbers, '‹号码›').replace(plates, '‹车牌›').replace(mailAddresses, '‹邮箱›')
