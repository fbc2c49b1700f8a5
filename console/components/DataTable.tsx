import type { TableProps } from 'antd'
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import type { Reading } from '../cloud/use-reading'
import { EmptyBlock, FailureBlock } from './StateBlock'
import { type Paging, Turns } from './Turns'
import { WaitingRows } from './Waiting'
import './DataTable.css'

interface DataTableProps<Row extends object> {
  /** What the table is, for a screen reader: 待审核的权益. */
  label: string
  reading: Reading<readonly Row[]>
  reload: () => void
  columns: TableProps<Row>['columns']
  rowKey: (row: Row) => string
  /** The sentence when there are none, and what to do then. */
  empty: { sentence: string; action?: ReactNode }
  paging?: Paging
  /** Opens a row; Enter does it from the keyboard. */
  open?: (row: Row) => void
  selection?: TableProps<Row>['rowSelection']
}

/** A list from the cloud in all its states: coming, there, none, failed, not permitted. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, reading, reload, columns, rowKey, empty, paging, open, selection } = props
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { data, stale, failure } = reading
  return (
    <>
      {failure && (
        <p className="data-table__stale" role="alert">
          {failure.message}下面是先前读到的。
          <Button type="link" size="small" onClick={reload}>
            再试一次
          </Button>
        </p>
      )}
      <div className="data-table" aria-busy={stale}>
        {data.length === 0 ? (
          <EmptyBlock {...empty} />
        ) : (
          <Table<Row>
            aria-label={label}
            {...(columns && { columns })}
            dataSource={data}
            rowKey={rowKey}
            pagination={false}
            scroll={{ x: 'max-content' }}
            {...(selection && { rowSelection: selection })}
            {...(open && { onRow: (row) => openable(() => open(row)) })}
          />
        )}
      </div>
      {paging && <Turns {...paging} />}
    </>
  )
}

/** A row that can be opened by click and by key. Buttons and boxes within it keep their own. */
const openable = (open: () => void) => ({
  tabIndex: 0,
  className: 'data-table__openable',
  onClick: ({ target }: React.MouseEvent) => {
    if (!(target instanceof Element && target.closest('a, button, input, label'))) open()
  },
  onKeyDown: ({ key, target, currentTarget }: React.KeyboardEvent) => {
    if (key === 'Enter' && target === currentTarget) open()
  },
})
