import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { beforeEach, expect, test, vi } from 'vitest'
import { beginExport } from '#contract/exports'
import { call } from '../cloud/call'
import type { ReadPage } from '../exports/collect'
import { save } from '../exports/save'
import { ExportButton } from './ExportButton'

vi.mock('../cloud/call', () => ({ call: vi.fn() }))
vi.mock('../exports/save', () => ({ save: vi.fn() }))

const pages: Record<string, { rows: string[]; next: string | null }> = {
  '': { rows: ['返还'], next: 'more' },
  more: { rows: ['礼品'], next: null },
}
const readAll: ReadPage<string> = async (cursor) => ({
  ok: true,
  data: pages[cursor ?? ''] ?? { rows: [], next: null },
})

beforeEach(() => {
  vi.mocked(call)
    .mockReset()
    .mockResolvedValue({ ok: true, data: { on: '2026-09-08' } })
  vi.mocked(save).mockReset()
})

async function takeOut(readPage: ReadPage<string>) {
  render(
    <App>
      <ExportButton
        list="benefits"
        filters="待审核"
        columns={[{ title: '权益', of: (row: string) => row }]}
        readPage={readPage}
      />
    </App>,
  )
  fireEvent.click(screen.getByRole('button', { name: /导出/ }))
  fireEvent.click(await screen.findByText('文本表格（CSV）'))
}

test('先记下谁、哪一张、什么筛选，再读完每一页存成文件', async () => {
  await takeOut(readAll)
  await waitFor(() => expect(save).toHaveBeenCalledTimes(1))
  expect(call).toHaveBeenCalledWith(
    beginExport,
    expect.objectContaining({ list: 'benefits', format: 'csv', filters: '待审核' }),
  )
  const [content, name] = vi.mocked(save).mock.calls[0] ?? []
  expect(name).toBe('权益台账-2026-09-08.csv')
  expect(content?.size).toBeGreaterThan('权益返还礼品'.length)
})

test('记不下来就不导出', async () => {
  const refused = { ok: false, code: 'not-allowed', message: '没有权限', problems: {}, requestId: null } as const
  vi.mocked(call).mockResolvedValue(refused)
  const readPage = vi.fn(readAll)
  await takeOut(readPage)
  expect(await screen.findByText('没有权限')).toBeTruthy()
  expect(readPage).not.toHaveBeenCalled()
  expect(save).not.toHaveBeenCalled()
})

test('中途读不到：说明没有导出，不给半份', async () => {
  await takeOut(async (cursor) =>
    cursor === null
      ? readAll(cursor)
      : { ok: false, code: 'offline', message: '网络没有连上', problems: {}, requestId: null },
  )
  expect(await screen.findByText('没有导出：网络没有连上')).toBeTruthy()
  expect(save).not.toHaveBeenCalled()
})
