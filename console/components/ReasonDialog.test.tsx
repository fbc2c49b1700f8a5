import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Result } from '../cloud/call'
import { ReasonDialog } from './ReasonDialog'

function dialog(answer: Result<unknown> = { ok: true, data: {} }) {
  const act = vi.fn(async (_reason: string) => answer)
  const done = vi.fn()
  render(
    <ReasonDialog
      open
      title="驳回 3 笔权益"
      effect="客户会收到原因。"
      deed="驳回"
      usual={['资料不全，请补充']}
      act={act}
      done={done}
      cancel={vi.fn()}
    />,
  )
  return { act, done, field: screen.getByLabelText<HTMLTextAreaElement>('原因（会被记录）') }
}
const press = () => fireEvent.click(screen.getByRole('button', { name: /驳\s?回/ }))

test('说出对象、后果，没有原因不办', () => {
  const { act, field } = dialog()
  expect(screen.getByText('驳回 3 笔权益')).toBeTruthy()
  expect(screen.getByText('客户会收到原因。')).toBeTruthy()
  fireEvent.change(field, { target: { value: '  不行 ' } })
  press()
  expect(act).not.toHaveBeenCalled()
  expect(screen.getByRole('alert').textContent).toContain('至少 4 个字')
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

test('常用的原因一按就填好，办成之后关上', async () => {
  const { act, done } = dialog()
  fireEvent.click(screen.getByRole('button', { name: '资料不全，请补充' }))
  press()
  await waitFor(() => expect(done).toHaveBeenCalledTimes(1))
  expect(act).toHaveBeenCalledWith('资料不全，请补充')
})

test('没有办成：说明原因，写好的还在', async () => {
  const { done, field } = dialog({ ok: false, code: 'offline', message: '网络没有连上', problems: {}, requestId: null })
  fireEvent.change(field, { target: { value: '资料与保单不符' } })
  press()
  expect((await screen.findByRole('alert')).textContent).toContain('网络没有连上')
  expect(done).not.toHaveBeenCalled()
  expect(field.value).toBe('资料与保单不符')
})
