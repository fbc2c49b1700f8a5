import { openOffers } from '#contract/offers'
import type { OutputOf } from '#contract/operation'
import { refusalTexts } from '#contract/refusals'
import { listVouchers } from '#contract/service-pack'
import type { PicturedState } from './state'

type Offers = OutputOf<typeof openOffers>

const offersPage = 'pages/offers/index'
const quotePage = 'packages/quote/pages/index'
const bindingPage = 'packages/binding/pages/index'
const bookingPage = 'packages/quote/pages/booking'
const servicePackPage = 'packages/service-pack/pages/index'

type Vehicle = NonNullable<Offers['bound']>['vehicles'][number]
type Offer = Vehicle['offers'][number]

const changed = (offers: Offers, change: (vehicle: Vehicle) => Vehicle): Offers =>
  offers.bound === null
    ? offers
    : { ...offers, bound: { ...offers.bound, vehicles: offers.bound.vehicles.map(change) } }

/** No figure while a fact is missing. */
const inRenewal = (state: Offer['state']) => (offers: Offers) =>
  changed(offers, (vehicle) => ({
    ...vehicle,
    renewal: vehicle.renewal && {
      ...vehicle.renewal,
      premiumAfterFen: null,
      offers: vehicle.renewal.offers.map((offer) => ({
        ...offer,
        state,
        amountFen: null,
        giftName: null,
        next: '上年出险次数核实后按条款计算。',
      })),
    },
  }))

const withdrawn = (offers: Offers) =>
  changed(offers, (vehicle) => ({
    ...vehicle,
    renewal: null,
    offers: vehicle.offers.map((offer) => ({
      ...offer,
      state: { kind: 'given', status: 'clawed-back', since: offers.now },
      next: '这项优惠已经收回：保单已退保。',
    })),
  }))

/** 优惠, 绑定保单, 试算, 预约 and 服务礼包. */
export const offerStates: readonly PicturedState[] = [
  {
    ...{ name: '优惠-还没有绑定', path: offersPage, whole: true },
    answers: { [openOffers.name]: { change: (offers: Offers) => ({ ...offers, bound: null }) } },
  },
  {
    ...{ name: '优惠-出险次数未知', path: offersPage, whole: true },
    answers: { [openOffers.name]: { change: inRenewal({ kind: 'to-verify', missing: '上年出险次数' }) } },
  },
  {
    ...{ name: '优惠-退保收回', path: offersPage, whole: true },
    answers: { [openOffers.name]: { change: withdrawn } },
  },
  {
    ...{ name: '优惠-明细', path: offersPage, whole: true },
    async act(phone) {
      await phone.tap('续保保费折扣的明细，展开')
      await phone.see('收起明细')
    },
  },
  {
    ...{ name: '绑定-车牌键盘', path: bindingPage },
    async act(phone) {
      await phone.tap('车牌号')
      await phone.tap('车牌号，未填写')
      await phone.wake(900)
    },
  },
  {
    ...{ name: '绑定-用短信验证码', path: bindingPage },
    async act(phone) {
      await phone.tap('用短信验证码')
      await phone.see('获取验证码')
    },
  },
  {
    ...{ name: '试算-结果', path: quotePage, whole: true },
    async act(phone) {
      await phone.tap('开始试算')
      await phone.see('修改')
    },
  },
  {
    ...{ name: '预约-没有填', path: bookingPage, whole: true },
    async act(phone) {
      await phone.tap('提交预约')
      await phone.see('请选择网点')
    },
  },
  {
    ...{ name: '服务礼包-还没有绑定', path: servicePackPage },
    answers: { [listVouchers.name]: { refused: 'not-bound', message: refusalTexts['not-bound'] } },
    act: (phone) => phone.see('绑定保单'),
  },
]
