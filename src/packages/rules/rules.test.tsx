import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignHead, RulesSection } from '@/cloud/campaign'
import { cloudAnswers } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import Rules from './pages/index'

const campaign: CampaignHead = {
  campaignId: 'test-2026',
  title: '金秋车主回馈季',
  organiser: '示范财产保险股份有限公司',
  demo: true,
  phase: 'warm-up',
  startsOn: '2026-09-01',
  endsOn: '2026-12-31',
  runsFromAt: Date.parse('2026-09-01T00:00:00+08:00'),
  runsUntilAt: Date.parse('2027-01-01T00:00:00+08:00'),
  collectUntilOn: '2027-01-12',
  termsVersion: 3,
  termsHash: 'ab'.repeat(32),
  paused: [],
}

const period: RulesSection = {
  id: 'period',
  title: '活动时间',
  clause: '§3',
  paragraphs: ['含首尾两日。'],
  table: { head: ['阶段', '日期'], rows: [['预热', '8 月 25 日至 8 月 31 日']] },
}
const prizes: RulesSection = {
  id: 'prizes',
  title: '奖品',
  clause: null,
  paragraphs: [],
  table: {
    head: ['奖品', '价值', '数量', '概率'],
    rows: [
      ['加油卡', '¥200.00', '100 份', '0.5%'],
      ['洗车券', '¥35.00', '900 份', '5%'],
    ],
  },
}

const rules = {
  campaign,
  publishedAt: Date.parse('2026-08-20T10:00:00+08:00'),
  summary: ['每天免费抽奖 1 次。', '奖品发完为止。'],
  sections: [period, prizes],
}

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

test('要点、章节、条款号和段落都在', async () => {
  cloudAnswers({ 'campaign.rules': { data: rules } })
  render(<Rules />)
  expect(await screen.findByText('每天免费抽奖 1 次。')).toBeTruthy()
  expect(screen.getByText('§3')).toBeTruthy()
  expect(screen.getByText('含首尾两日。')).toBeTruthy()
  expect(screen.getByText('即将开始')).toBeTruthy()
  expect(screen.getByText(/演示活动/)).toBeTruthy()
})

test('目录转到章节', async () => {
  cloudAnswers({ 'campaign.rules': { data: rules } })
  const { container } = render(<Rules />)
  fireEvent.click(await screen.findByRole('button', { name: '转到奖品' }))
  expect(Taro.pageScrollTo).toHaveBeenCalledWith(expect.objectContaining({ selector: '#rule-prizes' }))
  expect(container.querySelector('#rule-prizes')).toBeTruthy()
})

test('列少的表并排，列多的表每行一块，每个数都带着名称', async () => {
  cloudAnswers({ 'campaign.rules': { data: rules } })
  render(<Rules />)
  const narrow = await screen.findByRole('table', { name: '活动时间' })
  expect(narrow.querySelectorAll('.rules-table__row')).toHaveLength(2)
  const wide = screen.getByRole('table', { name: '奖品' })
  expect(wide.querySelectorAll('.rules-table__row')).toHaveLength(0)
  expect(wide.querySelectorAll('.rules-table__block')).toHaveLength(2)
  expect(within(wide).getAllByText('概率')).toHaveLength(2)
  expect(within(wide).getByText('0.5%')).toBeTruthy()
})

test('大字模式下三列的表也改成每行一块', async () => {
  const table = { head: ['出险', '调整', '折后'], rows: [['0 次', '再减 5%', '8.55 折']] }
  const answer = { data: { ...rules, sections: [{ ...prizes, table }] } }
  cloudAnswers({ 'campaign.rules': answer })
  const usual = render(<Rules />)
  expect((await screen.findByRole('table')).querySelectorAll('.rules-table__row')).toHaveLength(2)
  usual.unmount()
  phone.storage.set('large-type', true)
  render(<Rules />)
  expect((await screen.findByRole('table')).querySelectorAll('.rules-table__block')).toHaveLength(1)
})

test('版本和指纹在页尾，可以复制', async () => {
  cloudAnswers({ 'campaign.rules': { data: rules } })
  render(<Rules />)
  expect(await screen.findByText(/第 3 版 · 2026-08-20 10:00 公布/)).toBeTruthy()
  fireEvent.click(screen.getByText('复制指纹'))
  expect(await screen.findByText('已复制')).toBeTruthy()
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: campaign.termsHash })
})

test('复制不成时说明怎么办', async () => {
  cloudAnswers({ 'campaign.rules': { data: rules } })
  vi.mocked(Taro.setClipboardData).mockRejectedValueOnce(new Error('setClipboardData:fail'))
  render(<Rules />)
  fireEvent.click(await screen.findByText('复制指纹'))
  expect(await screen.findByText('没有复制，请长按选择')).toBeTruthy()
})

test('尚未发布：说明原因，可以重新加载', async () => {
  const message = '活动尚未发布，请以官方公告为准。'
  cloudAnswers({ 'campaign.rules': { refused: 'campaign-not-published', message } })
  render(<Rules />)
  expect(await screen.findByText(message)).toBeTruthy()
  cloudAnswers({ 'campaign.rules': { data: rules } })
  fireEvent.click(screen.getByRole('button', { name: '重新加载' }))
  expect(await screen.findByText('§3')).toBeTruthy()
})
