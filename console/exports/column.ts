/** A cell: text as it is, a number to reckon with, nothing. */
export type Cell = string | number | null

/** One column of an exported file. */
export interface Column<Row> {
  title: string
  /** Money in yuan with two decimals, made from fen; a count; or text. */
  kind?: 'yuan' | 'count' | 'text'
  of: (row: Row) => Cell
}

/** Fen as yuan: two decimals are exact in a double up to 90 billion yuan. */
export const yuan = (fen: number | null): number | null => (fen === null ? null : fen / 100)

/** What the file holds: the titles, then the rows. */
export interface Sheet {
  columns: readonly Column<never>[]
  rows: readonly (readonly Cell[])[]
}

export const sheetOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Sheet => ({
  columns,
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
})
