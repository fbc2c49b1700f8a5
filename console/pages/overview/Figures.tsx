import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ExportedList } from '#contract/exports'
import type { Result } from '../../cloud/call'
import { Card } from '../../components/Card'
import { ExportButton } from '../../components/ExportButton'
import type { Column } from '../../exports/column'

interface FiguresProps<Row> {
  title: string
  list: ExportedList
  columns: readonly Column<Row>[]
  /** The rows as they are now, for the file. */
  read: () => Promise<Result<readonly Row[]>>
  picture: ReactNode
  table: ReactNode
  /** Below either: what is counted, and until when. */
  foot?: ReactNode
}

/** The same figures as a picture or as a table, to be taken out as a file. */
export function Figures<Row>({ title, list, columns, read, picture, table, foot }: FiguresProps<Row>) {
  const [shape, setShape] = useState<'picture' | 'table'>('picture')
  return (
    <Card
      title={title}
      inside={shape === 'table' ? 'flush' : 'padded'}
      extra={
        <span className="overview__tools">
          <Segmented
            aria-label={`${title}的样子`}
            value={shape}
            options={[
              { value: 'picture', label: '图' },
              { value: 'table', label: '表' },
            ]}
            onChange={setShape}
          />
          <ExportButton
            list={list}
            filters=""
            columns={columns}
            readPage={async () => {
              const rows = await read()
              return rows.ok ? { ok: true, data: { rows: rows.data, next: null } } : rows
            }}
          />
        </span>
      }
    >
      {shape === 'table' ? table : picture}
      {foot}
    </Card>
  )
}
