import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Failure } from '../cloud/call'
import type { Reading } from '../cloud/use-reading'
import { DataTable } from './DataTable'

interface Row {
  id: string
  name: string
}
const rows: Row[] = [
  { id: 'a', name: '返还' },
  { id: 'b', name: '礼品' },
]
const failure = (code: Failure['code']): Failure => ({
  ok: false,
  code,
  message: '系统暂时无法处理',
  problems: {},
  requestId: '7f3a',
})
const ready = (data: Row[]): Reading<Row[]> => ({ status: 'ready', data, stale: false, failure: null })

function table(reading: Reading<Row[]>, more: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) {
  const reload = vi.fn()
  render(
    <DataTable<Row>
      label="权益"
      reading={reading}
      reload={reload}
      columns={[{ title: '名称', render: (_, { name }) => name }]}
      rowKey={({ id }) => id}
      empty={{ sentence: '没有符合条件的权益。' }}
      {...more}
    />,
  )
  return { reload }
}

test('正在读取：说出来，不闪空表', () => {
  table({ status: 'loading' })
  expect(screen.getByRole('status', { name: '正在读取' })).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})

test('没有：一句话', () => {
  table(ready([]))
  expect(screen.getByText('没有符合条件的权益。')).toBeTruthy()
})

test('读不到：说明原因和请求编号，可以再试', () => {
  const { reload } = table({ status: 'failed', failure: failure('unavailable') })
  expect(screen.getByRole('alert').textContent).toContain('系统暂时无法处理')
  expect(screen.getByRole('alert').textContent).toContain('7f3a')
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(reload).toHaveBeenCalledTimes(1)
})

test('没有权限：说要找管理员，不说再试', () => {
  table({ status: 'failed', failure: failure('not-allowed') })
  expect(screen.getByRole('alert').textContent).toContain('请联系管理员')
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
})

test('后来断了网：先前读到的还在，并说是先前的', () => {
  table({ status: 'ready', data: rows, stale: true, failure: failure('offline') })
  expect(screen.getByRole('alert').textContent).toContain('下面是先前读到的')
  expect(screen.getByText('礼品')).toBeTruthy()
})

test('用键盘打开一行；行里的按钮留给按钮', () => {
  const open = vi.fn()
  table(ready(rows), { open, columns: [{ render: (_, { name }) => <button type="button">办理{name}</button> }] })
  const button = screen.getByRole('button', { name: '办理礼品' })
  fireEvent.click(button)
  expect(open).not.toHaveBeenCalled()
  const row = button.closest('tr')
  if (!row) throw new Error('no row')
  expect(row.tabIndex).toBe(0)
  fireEvent.keyDown(row, { key: 'Enter' })
  expect(open).toHaveBeenCalledWith(rows[1])
})

test('翻页：第一页没有上一页，最后一页没有下一页', () => {
  const next = vi.fn()
  table(ready(rows), { paging: { page: 1, hasNext: true, back: vi.fn(), next } })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '上一页' }).disabled).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '下一页' }))
  expect(next).toHaveBeenCalledTimes(1)
})
