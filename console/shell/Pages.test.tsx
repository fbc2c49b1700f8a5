import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { beforeEach, expect, test, vi } from 'vitest'
import { call } from '../cloud/call'
import { allPages, pagesFor } from '../pages/all'
import type { StaffRole } from '../pages/route'
import { Layout } from './Layout'

vi.mock('../cloud/call', () => ({ call: vi.fn(), mayPass: () => false }))

beforeEach(() => {
  vi.mocked(call).mockResolvedValue({
    ok: false,
    code: 'unavailable',
    message: '稍后再试',
    problems: {},
    requestId: null,
  })
})

const openAt = (address: string, role: StaffRole) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <Layout campaign={null} now={0} me={{ staffId: 'qian', name: '钱审核', role, branchName: null }} />
      </MemoryRouter>
    </QueryClientProvider>,
  )

test('菜单只有这个角色可以打开的页面', () => {
  openAt('/overview', 'branch')
  const shown = screen.getAllByRole('menuitem').map((item) => item.textContent)
  expect(shown).toEqual(pagesFor('branch').map(({ title }) => title))
  expect(shown.length).toBeLessThan(allPages.length)
})

test('别的角色的页面：说没有权限，不去读', async () => {
  const closed = allPages.find(({ roles }) => !roles.includes('branch'))
  if (!closed) throw new Error('a branch person may open every page')
  openAt(`/${closed.path}`, 'branch')
  expect(screen.getByRole('alert').textContent).toContain('您的角色不能查看这个页面')
})

test('没有的页面：说没有', () => {
  openAt('/nowhere', 'admin')
  expect(screen.getByText('没有这个页面，请从菜单中选择。')).toBeTruthy()
})

test('用键盘：第一个是“跳到内容”，按下去焦点就到内容', () => {
  openAt('/nowhere', 'admin')
  const skip = screen.getByRole('button', { name: '跳到内容' })
  expect(document.querySelector('button, a, input')).toBe(skip)
  fireEvent.click(skip)
  expect(document.activeElement?.id).toBe('main')
})
