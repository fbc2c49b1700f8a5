import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Modal } from 'antd'
import { useRef, useState } from 'react'
import { beginExport, type ExportedList, exportedLists } from '#contract/exports'
import { call } from '../cloud/call'
import { newRequestKey } from '../cloud/request-key'
import { collect, type ReadPage } from '../exports/collect'
import { type Column, type Sheet, sheetOf } from '../exports/column'
import { csvOf } from '../exports/csv'
import { save } from '../exports/save'
import { xlsxOf } from '../exports/xlsx'
import { Progress } from './Progress'
import './ExportButton.css'

type Format = 'csv' | 'xlsx'
const formats: { key: Format; label: string; write: (sheet: Sheet) => Blob | Promise<Blob> }[] = [
  { key: 'xlsx', label: 'Excel 工作簿（XLSX）', write: xlsxOf },
  { key: 'csv', label: '文本表格（CSV）', write: csvOf },
]

interface ExportButtonProps<Row> {
  list: ExportedList
  /** The filters in words, for the audit log; empty for all. */
  filters: string
  columns: readonly Column<Row>[]
  readPage: ReadPage<Row>
}

/** Takes the whole list out as a file: every page of it, with what the page's filters let through. */
export function ExportButton<Row>({ list, filters, columns, readPage }: ExportButtonProps<Row>) {
  const { message } = App.useApp()
  const [running, setRunning] = useState<{ done: number; total: number | null } | null>(null)
  const stopped = useRef<AbortController | null>(null)
  const name = exportedLists[list]

  const run = async (format: Format) => {
    const stop = new AbortController()
    stopped.current = stop
    setRunning({ done: 0, total: null })
    try {
      const begun = await call(beginExport, { list, format, filters, requestKey: newRequestKey() })
      if (!begun.ok) return void message.error(begun.message)
      const collected = await collect(readPage, (done, total) => setRunning({ done, total }), stop.signal)
      if (collected.kind === 'cancelled') return
      if (collected.kind === 'failed') return void message.error(`没有导出：${collected.failure.message}`)
      const write = formats.find(({ key }) => key === format)?.write ?? csvOf
      save(await write(sheetOf(columns, collected.rows)), `${name}-${begun.data.on}.${format}`)
      message.success(`已导出${name} ${collected.rows.length} 行`)
    } finally {
      setRunning(null)
    }
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={running !== null}
        menu={{ items: formats.map(({ key, label }) => ({ key, label, onClick: () => void run(key) })) }}
      >
        <Button icon={<DownloadOutlined />}>导出</Button>
      </Dropdown>
      <Modal open={running !== null} footer={null} closable={false} title={`导出${name}`} width={420}>
        <p className="export-button__head">内容与本页筛选相同，个人信息已隐去。导出会被记录。</p>
        {running && <Progress said={`正在读取${name}`} {...running} cancel={() => stopped.current?.abort()} />}
      </Modal>
    </>
  )
}
