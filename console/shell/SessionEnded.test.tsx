import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { call } from '../cloud/call'
import { sessionBegan, sessionEnded, useSessionEnded } from '../cloud/session'
import type { Me } from './me'
import { SessionEnded } from './SessionEnded'

vi.mock('../cloud/call', () => ({ call: vi.fn() }))
/** The code on the screen is another test's: here a press is as if it were scanned and confirmed. */
vi.mock('./LoginPanel', () => ({
  LoginPanel: ({ entered }: { entered: () => void }) => (
    <button type="button" onClick={entered}>
      已在手机上确认
    </button>
  ),
}))

const me: Me = { staffId: 'qian', name: '钱审核', role: 'reviewer', branchName: null }
const reload = vi.fn()

/** A page in which somebody types, as the entrance holds it. */
function Desk() {
  const [typed, setTyped] = useState('')
  const ended = useSessionEnded()
  return (
    <>
      <input aria-label="原因" value={typed} onChange={({ target }) => setTyped(target.value)} />
      {ended && <SessionEnded was={me} />}
    </>
  )
}

function typeAndEnd() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Desk />
    </QueryClientProvider>,
  )
  fireEvent.change(screen.getByLabelText('原因'), { target: { value: '写了一半' } })
  act(() => sessionEnded())
}
const signInAs = (who: Me) => {
  vi.mocked(call).mockResolvedValue({ ok: true, data: { campaign: null, now: 0, me: who } })
  fireEvent.click(screen.getByRole('button', { name: '已在手机上确认' }))
}

beforeEach(() => {
  act(() => sessionBegan())
  reload.mockReset()
  vi.stubGlobal('location', { ...window.location, reload })
})

test('登录结束：登录框在页面上方，说是谁，已经填写的都在', () => {
  typeAndEnd()
  expect(screen.getByText(/请 钱审核 重新登录/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('原因').value).toBe('写了一半')
})

test('同一个人回来：接着办，不刷新', async () => {
  typeAndEnd()
  signInAs(me)
  await waitFor(() => expect(screen.queryByText(/重新登录/)).toBeNull())
  expect(screen.getByLabelText<HTMLInputElement>('原因').value).toBe('写了一半')
  expect(reload).not.toHaveBeenCalled()
})

test.each<[string, Me]>([
  ['换了人', { ...me, staffId: 'sun', name: '孙财务' }],
  ['换了角色', { ...me, role: 'finance' }],
])('%s：从头开始，看不到别人写的', async (_name, who) => {
  typeAndEnd()
  signInAs(who)
  await waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
})
