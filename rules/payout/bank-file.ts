import type { Fen } from '#values/money'
import { csvLine } from './csv'

/** The layout of the file that finance uploads to the bank (docs/payouts.md). */
export const bankFileLayout = {
  encoding: 'gb18030',
  columns: ['批次号', '序号', '收款人姓名', '收款账号', '开户银行', '金额', '用途'],
} as const

/** One payment in the clear. It is made for the file and kept nowhere. */
export interface ClearLine {
  number: number
  name: string
  cardNumber: string
  bankName: string
  netFen: Fen
}

/** `1234.50`: yuan with two decimals, no sign and no separators. */
export const yuanField = (amount: Fen): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

/** The file's text: the same batch gives the same file, letter by letter. */
export function bankFileText(batchId: string, purpose: string, lines: readonly ClearLine[]): string {
  const rows = [...lines]
    .sort((a, b) => a.number - b.number)
    .map(({ number, name, cardNumber, bankName, netFen }) =>
      csvLine([batchId, String(number), name, cardNumber, bankName, yuanField(netFen), purpose]),
    )
  return csvLine(bankFileLayout.columns) + rows.join('')
}
