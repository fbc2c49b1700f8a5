import { openOffers } from '#contract/offers'
import type { OutputOf } from '#contract/operation'
import { openDrawPage } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { pausedText } from '#rules/switches/paused'
import type { SwitchTarget } from '#rules/switches/stop'
import type { PicturedState } from './state'

type Offers = OutputOf<typeof openOffers>
type Paused = Offers['campaign']['paused']
const stopped = (what: SwitchTarget, title: string): Paused[number] => ({
  ...{ what, title },
  sentence: pausedText(what, title),
})
const wash = stopped('prize:car-wash-35', '35 元洗车抵用券')
const gift = stopped('gift', '续保专属礼品')
const all = stopped('campaign', '整个活动')

const inHead =
  (paused: Paused) =>
  <View extends { campaign: Offers['campaign'] }>(view: View): View => ({
    ...view,
    campaign: { ...view.campaign, paused },
  })
const withGiftStopped = (offers: Offers): Offers => ({
  ...inHead([gift])(offers),
  bound: offers.bound && {
    ...offers.bound,
    vehicles: offers.bound.vehicles.map((vehicle) => ({
      ...vehicle,
      renewal: vehicle.renewal && {
        ...vehicle.renewal,
        offers: vehicle.renewal.offers.map((offer) =>
          offer.rule === 'gift'
            ? {
                ...{ ...offer, state: { kind: 'stopped' as const }, amountFen: null, giftName: null, statement: [] },
                next: '这项优惠暂停办理，恢复后按条款计算并补上，不用您再操作。',
              }
            : offer,
        ),
      },
    })),
  },
})
const pages = {
  draw: { path: 'pages/draw/index', whole: true },
  offers: { path: 'pages/offers/index', whole: true },
  mine: { path: 'pages/mine/index', whole: true },
}
type Draw = OutputOf<typeof openDrawPage>
type Mine = OutputOf<typeof listMyPrizes>

/** What customers read while staff have stopped a prize, an offer, or everything. */
export const pausedStates: readonly PicturedState[] = [
  {
    ...{ ...pages.draw, name: '暂停-一种奖品-抽奖' },
    answers: { [openDrawPage.name]: { change: inHead([wash])<Draw> } },
  },
  {
    ...{ ...pages.mine, name: '暂停-一种奖品-我的' },
    answers: { [listMyPrizes.name]: { change: inHead([wash])<Mine> } },
  },
  {
    ...{ ...pages.offers, name: '暂停-一项优惠-优惠' },
    answers: { [openOffers.name]: { change: withGiftStopped } },
  },
  {
    ...{ ...pages.draw, name: '暂停-整个活动-抽奖' },
    answers: { [openDrawPage.name]: { change: (view: Draw) => ({ ...inHead([all])(view), drawOpen: false }) } },
  },
  {
    ...{ ...pages.offers, name: '暂停-整个活动-优惠' },
    answers: { [openOffers.name]: { change: inHead([all])<Offers> } },
  },
  {
    ...{ ...pages.mine, name: '暂停-整个活动-我的' },
    answers: { [listMyPrizes.name]: { change: inHead([all])<Mine> } },
  },
]
