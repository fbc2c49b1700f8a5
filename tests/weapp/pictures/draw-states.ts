import type { OutputOf } from '#contract/operation'
import { draw, openDrawPage } from '#contract/prize-draw'
import { refusalTexts } from '#contract/refusals'
import type { Answer, Answers } from './answers'
import { drawn } from './receipts'
import type { PicturedState } from './state'

const drawPage = 'pages/draw/index'
type View = OutputOf<typeof openDrawPage>

const opened = (change: (view: View) => Partial<View>): Answers => ({
  [openDrawPage.name]: { change: (view: View) => ({ ...view, ...change(view) }) },
})
const inPhase = (phase: View['campaign']['phase'], now: (view: View) => number = ({ now: same }) => same) =>
  opened((view) => ({ campaign: { ...view.campaign, phase }, now: now(view) }))

const press = '抽奖，剩 1 次'
const drawing = (name: string, answer: Answer, shows: string, more: Answers = {}): PicturedState => ({
  ...{ name, path: drawPage, answers: { [draw.name]: answer, ...more } },
  async act(phone) {
    await phone.tap(press)
    await phone.see(shows)
  },
})
const ending = (name: string, reply: OutputOf<typeof draw>, shows: string) => drawing(name, { reply }, shows)
const wash = 'car-wash-35'

/** 抽奖 in each phase, each end of a draw, and each sheet. */
export const drawStates: readonly PicturedState[] = [
  {
    ...{ name: '抽奖-正在抽', path: drawPage, answers: { [draw.name]: 'never' } },
    async act(phone) {
      await phone.tap(press)
      await phone.wake(1_500)
    },
  },
  ending('抽奖-中奖', drawn({ kind: 'won', prizeId: wash, benefitId: 'b-9' }), '查看我的奖品'),
  {
    ...ending('抽奖-中奖-减少动画', drawn({ kind: 'won', prizeId: wash, benefitId: 'b-9' }), ''),
    async act(phone) {
      await phone.reduceMotion()
      await phone.tap(press)
      await phone.see('查看我的奖品')
    },
  },
  ending('抽奖-未中奖', drawn({ kind: 'none' }), '这次没有抽中'),
  ending(
    '抽奖-未中奖-已分享',
    drawn({ kind: 'none' }, { share: { mode: 'on-share', state: 'granted', shareId: 'AbCd1234EfGh5678' } }),
    '这次没有抽中',
  ),
  ending('抽奖-未中奖-还有机会', drawn({ kind: 'none' }, { left: 1 }), '再抽一次'),
  ending('抽奖-奖品发完', drawn({ kind: 'out-of-stock', prizeId: wash }), '已经发完'),
  ending('抽奖-达到上限', drawn({ kind: 'limit-reached', prizeId: wash }), '领取上限'),
  drawing('抽奖-被拒绝', { refused: 'draw-stopped', message: refusalTexts['draw-stopped'] }, '现在不能抽奖'),
  drawing('抽奖-没有收到结果', 'lost', '再取一次结果'),
  {
    ...{ name: '抽奖-没有更新', path: drawPage },
    async act(phone) {
      phone.answer({ '*': { refused: 'unavailable', message: refusalTexts.unavailable } })
      await phone.startAgain()
      await phone.see('未更新')
    },
  },
  {
    ...{ name: '抽奖-正在更新', path: drawPage },
    async act(phone) {
      phone.answer({ '*': 'never' })
      await phone.startAgain()
      await phone.see('更新中')
    },
  },
  { name: '抽奖-暂停', path: drawPage, answers: opened(() => ({ drawOpen: false })), whole: true },
  {
    ...{ name: '抽奖-未开始', path: drawPage, whole: true },
    answers: inPhase('warm-up', ({ campaign }) => campaign.runsFromAt - 200_000_000),
  },
  {
    ...{ name: '抽奖-最后一天', path: drawPage },
    answers: opened((view) => ({
      ...{ now: view.campaign.runsUntilAt - 20_000_000, chances: { ...view.chances, nextFreeAt: null } },
    })),
  },
  { name: '抽奖-领奖期', path: drawPage, answers: inPhase('collection'), whole: true },
  { name: '抽奖-已结束', path: drawPage, answers: inPhase('closed') },
  {
    ...{ name: '抽奖-机会用完', path: drawPage, whole: true },
    answers: opened(({ chances }) => ({ chances: { ...chances, left: 0, used: 1 } })),
  },
  {
    ...{ name: '抽奖-机会用完-已分享', path: drawPage },
    answers: opened(({ chances, chances: { share } }) => ({
      chances: {
        ...{ ...chances, left: 0, used: 2 },
        share: share.mode === 'off' ? share : { ...share, state: 'granted' as const },
      },
    })),
  },
  {
    ...{ name: '抽奖-必须关注', path: drawPage, whole: true },
    answers: opened(({ follow }) => ({ follow: { ...follow, gate: 'required' as const, following: false } })),
  },
  {
    ...{ name: '抽奖-奖品全部发完', path: drawPage, whole: true },
    answers: opened(({ prizes }) => ({ prizes: prizes.map((prize) => ({ ...prize, left: 0 })) })),
  },
  {
    ...{ name: '抽奖-不分享不关注', path: drawPage, whole: true },
    answers: opened(({ chances, follow }) => ({
      ...{ chances: { ...chances, share: { mode: 'off' as const } }, follow: { ...follow, gate: 'off' as const } },
      winners: [],
    })),
  },
  {
    ...{ name: '抽奖-怎样分享', path: drawPage },
    async act(phone) {
      await phone.tap('点击分享到朋友圈，再得一次机会')
      await phone.see('点右上角')
    },
  },
  {
    ...{ name: '抽奖-关注公众号', path: drawPage },
    async act(phone) {
      await phone.tap('查看公众号二维码')
      await phone.see('长按二维码')
    },
  },
  {
    ...{ name: '抽奖-活动没有发布', path: drawPage, waits: false },
    answers: { '*': { refused: 'campaign-not-published', message: refusalTexts['campaign-not-published'] } },
    act: (phone) => phone.see('重新加载'),
  },
]
