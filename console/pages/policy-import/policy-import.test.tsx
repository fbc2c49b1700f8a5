import { Blob as StreamedBlob } from 'node:buffer'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { EventMessage } from '#contract/policy-columns'
import { MOST_EVENTS, type PolicyAnswer } from '#contract/policy-message'
import { gb18030 } from '../../../tests/fixtures/gb18030'
import { eventMessage } from '../../../tests/fixtures/policy-event'
import { fileHeader, fileRows } from '../../../tools/policy-book/policy-file'
import { call, type Failure } from '../../cloud/call'
import { save } from '../../exports/save'
import { MeContext } from '../../shell/me'
import PolicyImport from './page'

vi.mock('../../cloud/call', () => ({ call: vi.fn() }))
vi.mock('../../exports/save', () => ({ save: vi.fn() }))

/** What the cloud was asked, in this order. */
interface Asked {
  importId: string
  part: number
  events: readonly EventMessage[]
}
const asked = (): Asked[] => vi.mocked(call).mock.calls.map(([, input]): Asked => JSON.parse(JSON.stringify(input)))

/** A cloud that knows one branch. */
function answerOf(events: readonly EventMessage[]): PolicyAnswer {
  const results = events.map(({ branchCode }, index): PolicyAnswer['results'][number] =>
    branchCode === 'SF0101'
      ? { index, result: 'accepted' }
      : {
          ...{ index, result: 'refused' },
          problems: [{ field: 'branchCode', value: String(branchCode), reason: '活动条款里没有这个机构代码' }],
        },
  )
  const refused = results.filter(({ result }) => result === 'refused').length
  return { accepted: results.length - refused, ignored: 0, refused, results }
}
const offline: Failure = { ok: false, code: 'offline', message: '网络没有连上。', problems: {}, requestId: null }

beforeEach(() => {
  vi.mocked(save).mockReset()
  vi.mocked(call)
    .mockReset()
    .mockImplementation(async (_operation, input) => ({
      ok: true,
      data: answerOf(Reflect.get(Object(input), 'events')),
    }))
})

function open(branchName: string | null = null) {
  const me = { staffId: 'chen', name: '陈管理', role: 'admin', branchName } as const
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <MeContext.Provider value={me}>
        <PolicyImport />
      </MeContext.Provider>
    </QueryClientProvider>,
  )
}

/** Chooses a file; here files have no streams of their own. */
function choose(content: string | Uint8Array, name = '保单.csv') {
  const file = Object.assign(new File([], name), { stream: () => new StreamedBlob([content]).stream() })
  const [field] = document.querySelectorAll('input[type=file]')
  if (!field) throw new Error('there is nothing to choose a file with')
  fireEvent.change(field, { target: { files: [file] } })
}
const start = async () => fireEvent.click(await screen.findByRole('button', { name: '开始导入' }))
const figure = (word: string) => screen.getByText(word, { selector: 'dt' }).nextElementSibling?.textContent

const good = (policyNumber: string) => eventMessage({ policyNumber })
const wrong = eventMessage({ policyNumber: 'PDZA202600000002', holderIdNumber: '110105194912310021' })
const elsewhere = eventMessage({ policyNumber: 'PDZA202600000003', branchCode: 'SF9999' })

test('GB18030 的文件：先检查，再发送；拒绝的列出来，报告里是原样的行，有误的没有离开浏览器', async () => {
  open()
  choose(gb18030(fileHeader() + fileRows([good('PDZA202600000001'), wrong, elsewhere])))
  expect(await screen.findByText(/GB18030，表头齐全/)).toBeTruthy()
  expect(call).not.toHaveBeenCalled()
  await start()
  const table = await screen.findByRole('table', { name: '拒绝的行' })
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent),
  ).toEqual([expect.stringMatching(/^3证件号110\*+21应为 18 位/), '4机构代码SF9999活动条款里没有这个机构代码'])
  expect(['收下', '忽略', '拒绝'].map(figure)).toEqual(['1', '0', '2'])
  expect(asked().map(({ part, events }) => [part, events.map(({ holderName }) => holderName)])).toEqual([
    [1, ['王示例', '王示例']],
  ])
  expect(JSON.stringify(asked())).not.toContain('110105194912310021')

  fireEvent.click(screen.getByRole('button', { name: /下载报告/ }))
  const [report, name] = vi.mocked(save).mock.calls[0] ?? []
  expect(name).toBe('保单.refused.csv')
  const text = await textOf(report)
  expect(text).toContain('行号,有误的列,有误的值,原因')
  expect(text).toContain('110105194912310021')
  expect(text).not.toContain('PDZA202600000001')
})

const textOf = (blob: Blob | undefined): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = reject
    reader.readAsText(blob ?? new Blob())
  })

test.each([
  ['表头少一列', fileHeader().replace('手机号', '电话') + fileRows([wrong]), '缺少：手机号'],
  ['不是文本', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), '不是文本文件'],
  ['引号没有关', `${fileHeader()}${fileRows([wrong])}"没有关`, '第 3 行起不是合规的 CSV'],
  ['只有表头', fileHeader(), '只有表头'],
])('%s：什么都没有发送', async (_name, content, message) => {
  open()
  choose(content)
  expect((await screen.findByRole('alert')).textContent).toContain(message)
  expect(call).not.toHaveBeenCalled()
})

test('断网：停下来，继续时从没有答复的那一部分接着来，还是同一次导入；走的时候浏览器会问', async () => {
  const rows = Array.from({ length: MOST_EVENTS + 1 }, (_, index) => good(`PTEST${String(index).padStart(9, '0')}`))
  const answering = vi.mocked(call).getMockImplementation()
  vi.mocked(call)
    .mockImplementationOnce(async (...given) => answering?.(...given) ?? offline)
    .mockResolvedValueOnce(offline)
  open()
  choose(fileHeader() + fileRows(rows))
  await start()
  expect((await screen.findByRole('alert')).textContent).toContain('网络没有连上')
  expect(figure('收下')).toBe(String(MOST_EVENTS))
  expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: /继\s*续/ }))
  await waitFor(() => expect(figure('收下')).toBe(String(MOST_EVENTS + 1)))
  expect(asked().map(({ part, events }) => [part, events.length])).toEqual([
    [1, MOST_EVENTS],
    [2, 1],
    [2, 1],
  ])
  expect(new Set(asked().map(({ importId }) => importId)).size).toBe(1)
  expect(await screen.findByText(/导入完毕/)).toBeTruthy()
  expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true)
})

test('停在这里：说清楚多少行没有处理', async () => {
  vi.mocked(call).mockResolvedValue({ ...offline, code: 'not-allowed', message: '没有权限。' })
  open()
  choose(fileHeader() + fileRows([good('PDZA202600000001')]))
  await start()
  fireEvent.click(await screen.findByRole('button', { name: '停在这里' }))
  expect(await screen.findByText(/其余 1 行没有/)).toBeTruthy()
})

test('只管一个网点的管理员：说没有权限', () => {
  open('示范市中心营业部（演示）')
  expect(screen.getByRole('alert').textContent).toContain('您的角色不能查看')
  expect(document.querySelector('input[type=file]')).toBeNull()
})
