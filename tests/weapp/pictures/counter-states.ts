import { lookUpCustomer } from '#contract/customer-code'
import { listGifts } from '#contract/gift-hand-over'
import { listLeads, revealLead } from '#contract/lead-desk'
import type { OutputOf } from '#contract/operation'
import { handOverPrize, listHandOvers, lookUpPrize } from '#contract/prize-counter'
import { refusalTexts } from '#contract/refusals'
import { listRedemptions, lookUpVoucher, redeemVoucher } from '#contract/service-pack'
import type { Answers } from './answers'
import type { PicturedPhone } from './pictured-phone'
import type { PicturedState } from './state'

const page = 'packages/redeem/pages/index'
const at = Date.parse('2026-09-08T10:00:00+08:00')
const where = '示范市城东支公司'
const on = '2026-09-08'

const voucher: OutputOf<typeof lookUpVoucher> = {
  ...{ title: '道路救援', detail: '拖车、搭电、换胎、送油，全年不限次数', plate: '京A·8***1', usesLeft: null },
  ...{ items: ['拖车', '搭电', '换胎', '送油'], now: at, validUntilAt: at + 180_000 },
}
const prize: OutputOf<typeof lookUpPrize> = {
  ...{ prizeName: '车载手机支架', valueFen: 4_500, name: '林**', phone: '138****1234' },
  ...{ now: at, validUntilAt: at + 180_000 },
}
const customer: OutputOf<typeof lookUpCustomer> = {
  holder: { name: '李**', phone: '138****1234', plates: ['京A·8***1', '京C·6***3'] },
  vouchers: [
    { title: '道路救援', plate: '京A·8***1', usesLeft: null },
    { title: '车辆安全检测', plate: '京C·6***3', usesLeft: 2 },
  ],
  prizes: [{ name: '车载手机支架', stage: 'verified', next: '已核实，请到示范市中心营业部领取，到店后出示领奖码。' }],
  gifts: [{ benefitId: 'g-1', name: '行车记录仪', version: 2, dueOn: '2026-09-20' }],
}
const leads: OutputOf<typeof listLeads> = {
  items: [
    {
      ...{ leadId: 'l-1', kind: 'apply', state: 'open', name: '陈**', phone: '138****5678', plate: '京A·1***5' },
      quoted: { vehicleType: 'suv', usageNature: 'family', drivingRegion: 'province', payableFen: 294_500 },
      ...{ branchName: where, channelName: '营业网点', bookedAt: at - 3 * 86_400_000, callsUntilOn: '2026-09-07' },
      ...{ overdue: true, calls: [{ at: at - 86_400_000, by: '何静', outcome: 'no-answer', note: null }] },
    },
    {
      ...{ leadId: 'l-2', kind: 'renew', state: 'open', name: '林**', phone: '139****0002', plate: '京B·5***2' },
      ...{ quoted: null, branchName: where, channelName: null, bookedAt: at, callsUntilOn: '2026-09-09' },
      ...{ overdue: false, calls: [] },
    },
  ],
  ...{ next: null, branches: [], channels: [], now: at },
}
const busyDay: Answers = {
  [listLeads.name]: { reply: leads },
  [listRedemptions.name]: {
    reply: {
      ...{ where, on },
      redemptions: [
        { at, title: '道路救援', item: '搭电', plate: '京A·8***1' },
        { at: at - 3_600_000, title: '保养工时费抵用券', item: '抵用 100 元工时费', plate: '京C·6***3' },
      ],
    } satisfies OutputOf<typeof listRedemptions>,
  },
  [listHandOvers.name]: {
    reply: {
      ...{ where, on },
      handOvers: [{ benefitId: 'b-1', at, prizeName: '车载手机支架', name: '林**', undoable: true }],
    } satisfies OutputOf<typeof listHandOvers>,
  },
  [listGifts.name]: {
    reply: {
      items: [
        {
          ...{
            benefitId: 'g-2',
            number: 'g-2',
            giftName: '车载空气净化器',
            title: '续保专属礼品',
            name: '张**',
            plate: '京B·5***2',
          },
          ...{ branchName: where, waitsSince: at, dueOn: '2026-09-20', overdue: false },
          handedOver: { at, how: `在${where}当面领取`, undoable: true },
        },
      ],
      ...{ next: null, now: at },
    } satisfies OutputOf<typeof listGifts>,
  },
}

const shownLead = { reply: { name: '陈先生', phone: '13800005678', plate: '京A12345' } }

const scanned = (
  name: string,
  code: string,
  answers: Answers,
  act: (phone: PicturedPhone) => Promise<void>,
): PicturedState => ({
  ...{ name: `网点-${name}`, path: page, whole: true, answers },
  async act(phone) {
    await phone.holdUp(code)
    await phone.tap('扫描客户出示的码')
    await act(phone)
  },
})
const sees = (words: string) => (phone: PicturedPhone) => phone.see(words)
const voucherCode = 'K7QM2X9P4TZ3'
const prizeCode = 'P7QM2X9P4TZ3'
const customerCode = 'C7QM2X9P4TZ3'

/** 网点核销: each thing that a customer may show, and what comes of it. */
export const counterStates: readonly PicturedState[] = [
  { ...{ name: '网点-忙的一天', path: page, whole: true }, answers: busyDay },
  scanned('服务券', voucherCode, { [lookUpVoucher.name]: { reply: voucher } }, async (phone) => {
    await phone.tap('确认核销')
    await phone.see('请选择本次服务项目')
  }),
  scanned(
    '服务券-已核销',
    voucherCode,
    {
      [lookUpVoucher.name]: { reply: { ...voucher, items: ['搭电'] } },
      [redeemVoucher.name]: {
        reply: { title: '道路救援', item: '搭电', plate: '京A·8***1', redeemedAt: at, where },
      },
    },
    async (phone) => {
      await phone.tap('确认核销')
      await phone.see('核销成功')
    },
  ),
  scanned(
    '码已过期',
    voucherCode,
    { [lookUpVoucher.name]: { refused: 'code-expired', message: refusalTexts['code-expired'] } },
    sees(refusalTexts['code-expired']),
  ),
  scanned('领奖码', prizeCode, { [lookUpPrize.name]: { reply: prize } }, sees('确认发奖')),
  scanned(
    '领奖码-已发奖',
    prizeCode,
    {
      ...{ ...busyDay, [lookUpPrize.name]: { reply: prize } },
      [handOverPrize.name]: { reply: { ...prize, benefitId: 'b-1', handedOverAt: at, where } },
    },
    async (phone) => {
      await phone.tap('确认发奖')
      await phone.see('已发奖')
    },
  ),
  scanned('身份码', customerCode, { [lookUpCustomer.name]: { reply: customer } }, sees('查下一位')),
  scanned(
    '身份码-什么都没有',
    customerCode,
    { [lookUpCustomer.name]: { reply: { holder: null, vouchers: [], prizes: [], gifts: [] } } },
    sees('查下一位'),
  ),
  {
    ...{ name: '网点-联系预约', path: page, whole: true, answers: { ...busyDay, [revealLead.name]: shownLead } },
    async act(phone) {
      await phone.tap('联系陈**')
      await phone.tap('拨打电话')
      await phone.see('联系的结果')
    },
  },
]
