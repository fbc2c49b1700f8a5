import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { resetPhone } from '../../../tests/stubs/taro'
import Redeem from './pages/index'

const at = Date.parse('2026-09-08T10:00:00+08:00')
const where = '示范市城东支公司'
const today = {
  'service-pack.redemptions': { data: { where, on: '2026-09-08', redemptions: [] } },
  'prize-hand-over.today': { data: { where, on: '2026-09-08', handOvers: [] } },
  'gift-hand-over.list': { data: { items: [], next: null, now: at } },
  'leads.list': { data: { items: [], next: null, branches: [], channels: [], now: at } },
}
const found = (items: string[]) => ({
  'service-pack.look-up': {
    data: {
      ...{ title: '道路救援', detail: '全年不限次数', plate: '京A·8***1', items, usesLeft: null },
      ...{ now: at, validUntilAt: at + 100_000 },
    },
  },
})
const done = {
  'service-pack.redeem': { data: { title: '道路救援', item: '搭电', plate: '京A·8***1', redeemedAt: at, where } },
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const typeCode = async (code: string) => {
  fireEvent.input(await screen.findByLabelText('12 位号码'), { target: { value: code } })
  press('查询')
}

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

test('扫码、核对、选项目、确认：写明不能撤销，最后写明记到哪里', async () => {
  cloudAnswers({ ...today, ...found(['拖车', '搭电']), ...done })
  vi.mocked(Taro.scanCode).mockResolvedValueOnce({ result: 'K7QM2X9P4TZ3' } as never)
  render(<Redeem />)
  fireEvent.click(await screen.findByRole('button', { name: '扫描客户出示的码' }))
  expect(await screen.findByText('京A·8***1')).toBeTruthy()
  expect(screen.getByText(/核销后不能撤销/)).toBeTruthy()
  press('确认核销')
  expect(screen.getByText('请选择本次服务项目')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '搭电' }))
  press('确认核销')
  expect(await screen.findByText('核销成功')).toBeTruthy()
  expect(inputsOf('service-pack.redeem')).toEqual([
    { code: 'K7QM2X9P4TZ3', item: '搭电', requestKey: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ])
})

test('只有一个项目：已选好；号码可以带空格、小写输入', async () => {
  cloudAnswers({ ...today, ...found(['安全检测']), ...done })
  render(<Redeem />)
  await typeCode('k7qm 2x9p 4tz3')
  press((await screen.findByRole('button', { name: '确认核销' })).textContent ?? '')
  expect(await screen.findByText('核销成功')).toBeTruthy()
  expect(inputsOf('service-pack.redeem')[0]).toMatchObject({ code: 'K7QM2X9P4TZ3', item: '安全检测' })
})

test('没有回答后再按一次：同一个请求号，不会核销两次', async () => {
  const refusal = { refused: 'code-used', message: '这个券码已经核销过，请客户重新出示。' }
  cloudAnswers({ ...today, ...found(['安全检测']), 'service-pack.redeem': refusal })
  render(<Redeem />)
  await typeCode('K7QM2X9P4TZ3')
  await screen.findByText('安全检测')
  press('确认核销')
  await screen.findByText(refusal.message)
  press('确认核销')
  await vi.waitFor(() => expect(inputsOf('service-pack.redeem')).toHaveLength(2))
  const [first, second] = inputsOf('service-pack.redeem')
  expect(second).toEqual(first)
})

test('号码不全：错误在那一格，没有去查', async () => {
  const asked = cloudAnswers(today)
  render(<Redeem />)
  await typeCode('ABC')
  expect(screen.getByText('请扫码或输入 12 位券码')).toBeTruthy()
  expect(asked).not.toContain('service-pack.look-up')
})

test('放弃扫码：什么都不发生', async () => {
  const asked = cloudAnswers(today)
  vi.mocked(Taro.scanCode).mockRejectedValueOnce({ errMsg: 'scanCode:fail cancel' })
  render(<Redeem />)
  fireEvent.click(await screen.findByRole('button', { name: '扫描客户出示的码' }))
  expect(await screen.findByText('今天还没有核销。')).toBeTruthy()
  expect(asked).not.toContain('service-pack.look-up')
})

test('工作人员的操作去工作人员的门', async () => {
  cloudAnswers({ ...today, ...found(['安全检测']) })
  render(<Redeem />)
  await typeCode('K7QM2X9P4TZ3')
  await screen.findByText('安全检测')
  const doors = vi.mocked(Taro.cloud.callFunction).mock.calls.map(([request]) => request.name)
  expect(new Set(doors)).toEqual(new Set(['staff']))
})

test('不是工作人员：说明没有权限', async () => {
  const message = '您没有进行这项操作的权限。'
  cloudAnswers({
    'service-pack.redemptions': { refused: 'not-allowed', message },
    'prize-hand-over.today': { refused: 'not-allowed', message },
    'gift-hand-over.list': { refused: 'not-allowed', message },
    'leads.list': { refused: 'not-allowed', message },
  })
  render(<Redeem />)
  expect(await screen.findByText(message)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '查询' })).toBeNull()
})

test('领奖码：核对领奖人、确认，今日发奖里可以撤回', async () => {
  const prize = { prizeName: '车载手机支架', valueFen: 4_500, name: '林**', phone: '138****1234' }
  const given = { benefitId: 'b-1', at, prizeName: prize.prizeName, name: prize.name, undoable: true }
  cloudAnswers({
    ...today,
    'prize-hand-over.look-up': { data: { ...prize, now: at, validUntilAt: at + 100_000 } },
    'prize-hand-over.in-person': { data: { ...given, handedOverAt: at, where } },
    'prize-hand-over.undo': { data: {} },
  })
  render(<Redeem />)
  await typeCode('P7QM2X9P4TZ3')
  expect(await screen.findByText('138****1234')).toBeTruthy()
  const listed = { where, on: '2026-09-08', handOvers: [given] }
  cloudAnswers({
    ...today,
    'prize-hand-over.in-person': { data: { ...given, handedOverAt: at, where } },
    'prize-hand-over.today': { data: listed },
    'prize-hand-over.undo': { data: {} },
  })
  press('确认发奖')
  expect(await screen.findByText('已发奖')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: '撤回' }))
  await vi.waitFor(() =>
    expect(inputsOf('prize-hand-over.undo')).toEqual([{ benefitId: 'b-1', why: '登记错了，撤回' }]),
  )
})

const customer = {
  holder: { name: '李**', phone: '138****1234', plates: ['京A·8***1'] },
  vouchers: [{ title: '道路救援', plate: '京A·8***1', usesLeft: null }],
  prizes: [{ name: '车载手机支架', stage: 'verified', next: '已核实，请到中心营业部领取。' }],
  gifts: [{ benefitId: 'g-1', name: '行车记录仪', version: 2, dueOn: '2026-09-20' }],
}

test('身份码：看到客户可用的券、在本网点领取的奖品和礼品', async () => {
  cloudAnswers({ ...today, 'customer-code.look-up': { data: customer } })
  render(<Redeem />)
  await typeCode('C7QM2X9P4TZ3')
  expect(await screen.findByText('道路救援 · 京A·8***1')).toBeTruthy()
  expect(screen.getByText('已核实，请到中心营业部领取。')).toBeTruthy()
  expect(screen.getByText('最晚 9 月 20 日（含当日）交付')).toBeTruthy()
})

test('交付礼品：核对客户、确认，没有回答再按是同一个请求；今日清单里可以撤回', async () => {
  const given = { benefitId: 'g-1', giftName: '行车记录仪', name: '李**', handedOverAt: at, where }
  const refusal = { refused: 'gift-not-ready', message: '这份礼品还没有审核通过，或者正在重新核对。' }
  cloudAnswers({ ...today, 'customer-code.look-up': { data: customer }, 'gift-hand-over.in-person': refusal })
  render(<Redeem />)
  await typeCode('C7QM2X9P4TZ3')
  fireEvent.click(await screen.findByRole('button', { name: '交付' }))
  expect(screen.getByText('138****1234')).toBeTruthy()
  press('确认交付')
  expect(await screen.findByText(refusal.message)).toBeTruthy()
  const line = {
    ...{
      benefitId: 'g-1',
      number: 'g-1',
      giftName: '行车记录仪',
      title: '续保专属礼品',
      name: '李**',
      plate: '京A·8***1',
    },
    ...{ branchName: where, waitsSince: at, dueOn: '2026-09-20', overdue: false },
  }
  const how = { how: `在${where}当面领取`, undoable: true }
  const yesterday = { ...line, benefitId: 'g-0', giftName: '净化器', handedOver: { ...how, at: at - 86_400_000 } }
  const items = [{ ...line, handedOver: { ...how, at } }, yesterday]
  cloudAnswers({
    ...today,
    'gift-hand-over.in-person': { data: given },
    'gift-hand-over.list': { data: { items, next: null, now: at } },
    'gift-hand-over.undo': { data: {} },
  })
  press('确认交付')
  expect(await screen.findByText('已交付')).toBeTruthy()
  const [first, second] = inputsOf('gift-hand-over.in-person')
  expect(first).toMatchObject({ benefitId: 'g-1', code: 'C7QM2X9P4TZ3' })
  expect(second).toEqual(first)
  expect(screen.queryByText('净化器')).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: '撤回' }))
  await vi.waitFor(() => expect(inputsOf('gift-hand-over.undo')).toEqual([{ benefitId: 'g-1', why: '登记错了，撤回' }]))
})

const lead = {
  ...{ leadId: 'l-1', kind: 'apply', state: 'open', name: '陈**', phone: '138****5678', plate: '京A·1***5' },
  ...{ quoted: { vehicleType: 'suv', usageNature: 'family', drivingRegion: 'province', payableFen: 294_500 } },
  ...{ branchName: where, channelName: '营业网点', bookedAt: at, callsUntilOn: '2026-09-07', overdue: true, calls: [] },
}
const leads = (items: object[]) => ({
  'leads.list': { data: { items, next: null, branches: [], channels: [], now: at } },
})

test('待联系的预约：拨打之前打码，看了才拨；没有选结果不登记，没有回答再按是同一个请求', async () => {
  const refusal = { refused: 'lead-changed', message: '这个预约刚有人登记过联系，请刷新后再看。' }
  const clear = { name: '陈先生', phone: '13800005678', plate: '京A12345' }
  cloudAnswers({ ...today, ...leads([lead]), 'leads.reveal': { data: clear }, 'leads.contacted': refusal })
  render(<Redeem />)
  expect(await screen.findByText('陈** · 投保')).toBeTruthy()
  expect(screen.getByText('逾期')).toBeTruthy()
  press('联系陈**')
  expect(screen.getByText('138****5678')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '登记' })).toBeNull()
  press('拨打电话')
  expect(await screen.findByText('13800005678')).toBeTruthy()
  await vi.waitFor(() => expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13800005678' }))
  expect(inputsOf('leads.reveal')).toEqual([{ leadId: 'l-1', why: '按预约致电客户' }])
  press('登记')
  expect(screen.getByText('请选择联系的结果')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '没有接通' }))
  press('登记')
  expect(await screen.findByText(refusal.message)).toBeTruthy()
  const noted = { state: 'open', calledAt: at, triesLeft: 2 }
  cloudAnswers({ ...today, ...leads([lead]), 'leads.contacted': { data: noted } })
  press('登记')
  expect(await screen.findByText('陈**没有接通，还在待联系里，可以再打 2 次。')).toBeTruthy()
  const [first, second] = inputsOf('leads.contacted')
  expect(first).toMatchObject({ leadId: 'l-1', outcome: 'no-answer' })
  expect(second).toEqual(first)
})
