import { idCheckCharacter } from '#values/id-number'
import { inventedVin } from './invented'

/** A policyholder of the demonstration whom everybody may know: what to type in order to bind. */
export interface KnownHolder {
  /** The preview's person (tools/preview/people.ts). */
  key: string
  name: string
  phone: string
  idNumber: string
  plate: string
  vin: string
  note: string
}

const idNumber = (first17: string): string => `${first17}${idCheckCharacter(first17)}`

/** Their cars' numbers, far from those of the generated ones. */
const FIRST_CAR = 9_000_001

/** The three customers of `npm start`: one renewing without a claim, one with two claims, one new. */
export const knownHolders: readonly [KnownHolder, KnownHolder, KnownHolder] = [
  {
    key: 'linxiao',
    name: '林晓',
    phone: '13800000001',
    idNumber: idNumber('10000019900101001'),
    plate: '京A80001',
    vin: inventedVin(FIRST_CAR),
    note: '续保，上年没有出险',
  },
  {
    key: 'chenmo',
    name: '陈默',
    phone: '13800000002',
    idNumber: idNumber('10000019880202002'),
    plate: '京A80002',
    vin: inventedVin(FIRST_CAR + 1),
    note: '续保，上年出险 2 次',
  },
  {
    key: 'zhoulan',
    name: '周岚',
    phone: '13800000003',
    idNumber: idNumber('10000019950303003'),
    plate: '京AD80003',
    vin: inventedVin(FIRST_CAR + 2),
    note: '新客户，刚刚投保',
  },
]
