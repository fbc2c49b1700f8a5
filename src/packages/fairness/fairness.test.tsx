import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Fairness, MyDraw, Receipt } from '@/cloud/fairness'
import { receiptText } from '@/cloud/receipt-text'
import { cloudAnswers } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import FairnessPage from './pages/index'

// The same chain as in receipt-check/check-receipt.test.ts: computed once with Python's hashlib and hmac.
const fairness: Fairness = {
  campaign: {
    campaignId: 'demo-2026',
    title: '金秋车主回馈季',
    organiser: '示范财产保险股份有限公司',
    demo: false,
    phase: 'running',
    startsOn: '2026-09-01',
    endsOn: '2026-12-31',
    runsFromAt: Date.parse('2026-09-01T00:00:00+08:00'),
    runsUntilAt: Date.parse('2027-01-01T00:00:00+08:00'),
    collectUntilOn: '2027-01-12',
    termsVersion: 1,
    termsHash: 'ab'.repeat(32),
    paused: [],
  },
  commitment: 'd59ed2129598c552e6a4170cdc86e7f4219c3dc6e5e6ef7eff5bb97d0ed3722f',
  odds: [
    { prizeId: 'fuel', name: '加油卡', oddsPpm: 1_000 },
    { prizeId: 'maintenance', name: '保养券', oddsPpm: 20_000 },
  ],
  whenOut: 'no-prize',
  earlierTerms: [],
  stops: [],
  days: [
    { on: '2026-09-30', dayNumber: 30, seed: 'faa7aa08305aed6743d3b82d460dacca82f934aa41d74ae6a27fc7a088805358' },
    { on: '2026-10-01', dayNumber: 31, seed: null },
  ],
}

const receipt: Receipt = {
  campaignId: 'demo-2026',
  termsVersion: 1,
  termsHash: fairness.campaign.termsHash,
  pseudonym: 'abcdefghijklmn23',
  on: '2026-09-30',
  ordinal: 1,
  nonce: '0000000000000000000000000000000f',
  at: Date.parse('2026-09-30T09:00:00+08:00'),
  ticket: 11_386,
  outcome: { kind: 'won', prizeId: 'maintenance', benefitId: 'b-1' },
}

const notSignedIn = { refused: 'not-signed-in', message: '请在微信中打开小程序后再试。' }
const ownDraws = (draws: MyDraw[]) => ({
  data: { campaign: fairness.campaign, pseudonym: receipt.pseudonym, draws },
})
const own = ownDraws([{ receipt, prizeName: '保养券', seedRevealed: true }])

function open(mine: Parameters<typeof cloudAnswers>[0][string] = own, published = fairness) {
  cloudAnswers({ 'prize-draw.fairness': { data: published }, 'prize-draw.mine': mine })
  return render(<FairnessPage />)
}

async function paste(text: string) {
  fireEvent.click(await screen.findByRole('button', { name: '粘贴一张凭证，展开' }))
  fireEvent.change(screen.getByRole('textbox', { name: '凭证全文' }), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: '验证' }))
}

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

describe('验证', () => {
  test('自己的一次抽奖：四步都通过，写明算出的号码', async () => {
    const { container } = open()
    fireEvent.click(await screen.findByRole('button', { name: '验证9 月 30 日第 1 次，中奖：保养券' }))
    expect(screen.getByText('验证通过')).toBeTruthy()
    expect(container.querySelectorAll('.check-result__mark--good')).toHaveLength(4)
    expect(screen.getByText('重新算出的号码是 011,386，与凭证一致。')).toBeTruthy()
    expect(screen.getByText('号码在「保养券」的范围 001,000 至 020,999 内，应当中奖，结果相符。')).toBeTruthy()
  })

  test('计算过程可以展开，末端就是承诺', async () => {
    open()
    fireEvent.click(await screen.findByRole('button', { name: /^验证9 月 30 日/ }))
    fireEvent.click(screen.getByRole('button', { name: '种子与开始前的承诺一致的计算过程，展开' }))
    const end = screen.getByText('计算 30 次后').parentElement
    expect(end && within(end).getByText(fairness.commitment)).toBeTruthy()
  })

  test('从「我的」带着凭证来，直接给出结果', async () => {
    phone.params = { nonce: receipt.nonce }
    open()
    expect(await screen.findByText('验证通过')).toBeTruthy()
  })

  test('验证材料复制出去，离线工具也说一致', async () => {
    open()
    fireEvent.click(await screen.findByRole('button', { name: /^验证9 月 30 日/ }))
    fireEvent.click(screen.getByText('复制验证材料'))
    await screen.findByText('已复制')
    const copied = vi.mocked(Taro.setClipboardData).mock.calls[0]?.[0].data ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'proof-'))
    writeFileSync(join(folder, 'proof.json'), copied)
    const said = execFileSync('node', ['tools/verify-draw.mjs', join(folder, 'proof.json')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(said).toContain('✓ 1 draw of 2026-09-30')
    expect(said).toContain(`first day 2026-09-01 and commitment ${fairness.commitment}`)
  })

  describe('活动中改过条款', () => {
    const changed: Fairness = {
      ...fairness,
      campaign: { ...fairness.campaign, termsVersion: 2, termsHash: 'cd'.repeat(32) },
      odds: fairness.odds.map((prize) => ({ ...prize, name: `新${prize.name}` })),
      earlierTerms: [{ termsVersion: 1, termsHash: receipt.termsHash, odds: fairness.odds, whenOut: fairness.whenOut }],
    }

    test('之前抽的照样通过，按当时那一版核对，写明是哪一版', async () => {
      open(own, changed)
      fireEvent.click(await screen.findByRole('button', { name: /^验证9 月 30 日/ }))
      expect(screen.getByText('验证通过')).toBeTruthy()
      expect(screen.getByText('按抽奖时生效的第 1 版条款核对（现在是第 2 版）。')).toBeTruthy()
      expect(screen.getByText(/^号码在「保养券」的范围/)).toBeTruthy()
    })

    test('生效过的每一版和指纹都公布', async () => {
      open(own, changed)
      expect(await screen.findByText('第 1 版')).toBeTruthy()
      expect(screen.getByText(receipt.termsHash)).toBeTruthy()
      expect(screen.getByText(changed.campaign.termsHash)).toBeTruthy()
    })

    test.each([
      ['编造的指纹', { termsHash: 'ef'.repeat(32) }],
      ['另一版的指纹', { termsHash: changed.campaign.termsHash }],
    ])('%s：与生效过的任何一版都不一致', async (_name, forged) => {
      open(notSignedIn, changed)
      await paste(receiptText({ ...receipt, ...forged }))
      expect(screen.getByText('不能验证')).toBeTruthy()
      expect(screen.getByText(/与生效过的任何一版都不一致/)).toBeTruthy()
    })
  })

  test('当天的抽奖还不能验证，不列出', async () => {
    const today: Receipt = { ...receipt, on: '2026-10-01' }
    phone.params = { nonce: receipt.nonce }
    open(ownDraws([{ receipt: today, prizeName: '保养券', seedRevealed: false }]))
    expect(await screen.findByText('还不能验证')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^验证10 月 1 日/ })).toBeNull()
  })

  test('没有登录也能验证粘贴的凭证', async () => {
    open(notSignedIn)
    await paste(receiptText(receipt))
    expect(screen.getByText('验证通过')).toBeTruthy()
  })

  test('改动过的凭证：指出哪一步不一致', async () => {
    const { container } = open(notSignedIn)
    await paste(receiptText({ ...receipt, ticket: 11_387 }))
    expect(screen.getByText('没有通过')).toBeTruthy()
    expect(container.querySelectorAll('.check-result__mark--bad')).toHaveLength(1)
    expect(screen.getByText('重新算出的号码是 011,386，凭证上是 011,387，不一致。')).toBeTruthy()
  })

  test('种子换过：与承诺对不上', async () => {
    const days = fairness.days.map((day) => ({ ...day, seed: 'cd'.repeat(32) }))
    open(own, { ...fairness, days })
    fireEvent.click(await screen.findByRole('button', { name: /^验证9 月 30 日/ }))
    expect(screen.getByText('没有通过')).toBeTruthy()
    expect(screen.getByText(/种子不是开始前锁定的那一个/)).toBeTruthy()
  })

  test.each([
    ['不是凭证的文字', '你好'],
    ['缺了一半', receiptText(receipt).slice(0, 120)],
    ['少了随机数', JSON.stringify({ ...receipt, nonce: undefined })],
  ])('%s：请重新复制', async (_name, text) => {
    open(notSignedIn)
    await paste(text)
    expect(screen.getByText('这段文字不是完整的凭证，请重新复制全文。')).toBeTruthy()
    expect(screen.queryByText('验证通过')).toBeNull()
  })
})

describe('公布的内容', () => {
  test('承诺、号码范围、种子，未公布的当天写明', async () => {
    open()
    expect(await screen.findByText(fairness.commitment)).toBeTruthy()
    expect(screen.getByText('001,000 至 020,999')).toBeTruthy()
    expect(screen.getByText('不中奖')).toBeTruthy()
    expect(screen.getByText('97.9%')).toBeTruthy()
    expect(screen.getByText('未公布')).toBeTruthy()
    expect(screen.getByText('当天结束后公布。活动首日 2026 年 9 月 1 日是第 1 天。')).toBeTruthy()
  })

  test('活动尚未开始：没有种子，说明何时公布', async () => {
    open(notSignedIn, { ...fairness, days: [] })
    expect(await screen.findByText(/首日的种子在次日公布/)).toBeTruthy()
  })

  test('停过什么，从何时到何时', async () => {
    const fromAt = Date.parse('2026-09-29T10:00:10+08:00')
    open(own, {
      ...fairness,
      stops: [
        { what: 'prize:fuel', fromAt, untilAt: fromAt + 3_600_000 },
        { what: 'prize-draw', fromAt, untilAt: null },
      ],
    })
    const record = (await screen.findByText('暂停记录')).closest<HTMLElement>('.card')
    const shown = record && within(record)
    expect(shown?.getByText('加油卡')).toBeTruthy()
    expect(shown?.getByText('2026-09-29 10:00:10 起，2026-09-29 11:00:10 恢复')).toBeTruthy()
    expect(shown?.getByText('2026-09-29 10:00:10 起，尚未恢复')).toBeTruthy()
  })

  test('没有停过：不提', async () => {
    open()
    await screen.findByText('承诺')
    expect(screen.queryByText('暂停记录')).toBeNull()
  })

  test('写明验证不能证明什么', async () => {
    open()
    expect(await screen.findByText('验证不能证明的事')).toBeTruthy()
  })
})

test('尚未发布：说明原因', async () => {
  const message = '活动尚未发布，请以官方公告为准。'
  cloudAnswers({
    'prize-draw.fairness': { refused: 'campaign-not-published', message },
    'prize-draw.mine': notSignedIn,
  })
  render(<FairnessPage />)
  expect(await screen.findByText(message)).toBeTruthy()
})
