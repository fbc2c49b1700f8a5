import { readRules } from '#contract/campaign'
import { makePoster } from '#contract/draw-chances'
import type { OutputOf } from '#contract/operation'
import { draw, listMyDraws, openDrawPage, readFairness } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { refusalTexts } from '#contract/refusals'
import type { AuditedPage } from '../audit/audited-pages'
import type { Answer, Answers } from './answers'
import type { PicturedPhone } from './pictured-phone'
import { drawn, manyDraws, receipt } from './receipts'

/** One state of one page, and the way there. */
export interface PicturedState {
  name: string
  path: string
  scene?: number
  answers?: Answers
  /** False: the first content is not waited for. */
  waits?: boolean
  act?: (phone: PicturedPhone) => Promise<void>
  /** The whole page rather than one screen of it. */
  whole?: boolean
}

/** What every page has: its content, waiting for it, no network on the first visit, and no network later. */
export const statesOfEvery = ({ name, path, scene }: AuditedPage): PicturedState[] => {
  const page = { path, ...(scene !== undefined && { scene }) }
  return [
    { ...page, name, whole: true },
    { ...page, name: `${name}-等待`, answers: { '*': 'never' }, waits: false, act: (phone) => phone.wake(900) },
    {
      ...{ ...page, name: `${name}-首次就没有网络`, answers: { '*': 'lost' }, waits: false },
      async act(phone) {
        await phone.goOffline()
        await phone.content()
      },
    },
    {
      ...{ ...page, name: `${name}-看过之后断网` },
      async act(phone) {
        phone.answer({ '*': 'lost' })
        await phone.start({ address: path, ...(scene !== undefined && { scene }) })
        await phone.goOffline()
        await phone.content()
        await phone.wake(4_500)
      },
    },
  ]
}

type View = OutputOf<typeof openDrawPage>
const drawPage = 'pages/draw/index'
const minePage = 'pages/mine/index'
const fairnessPage = 'packages/fairness/pages/index'
const posterPage = 'packages/share/pages/poster'

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

const drawStates: PicturedState[] = [
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
      await phone.start({ address: drawPage })
      await phone.see('未更新')
    },
  },
  {
    ...{ name: '抽奖-正在更新', path: drawPage },
    async act(phone) {
      phone.answer({ '*': 'never' })
      await phone.start({ address: drawPage })
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

type Prizes = OutputOf<typeof listMyPrizes>
type Draws = OutputOf<typeof listMyDraws>
const prizeStates = ['pending', 'approved', 'fulfilled', 'refused', 'expired', 'clawed-back'] as const

const mineStates: PicturedState[] = [
  {
    ...{ name: '我的-还没有奖品', path: minePage, whole: true },
    answers: {
      [listMyPrizes.name]: { change: (mine: Prizes) => ({ ...mine, prizes: [] }) },
      [listMyDraws.name]: { change: (mine: Draws) => ({ ...mine, draws: [] }) },
    },
  },
  {
    ...{ name: '我的-奖品的各种状态', path: minePage, whole: true },
    answers: {
      [listMyPrizes.name]: {
        change: (mine: Prizes) => ({
          ...mine,
          prizes: mine.prizes.map((prize, index) => ({ ...prize, status: prizeStates[index] ?? 'pending' })),
        }),
      },
    },
  },
  {
    ...{ name: '我的-六十天', path: minePage, whole: true },
    answers: { [listMyDraws.name]: { change: (mine: Draws) => ({ ...mine, draws: manyDraws(60) }) } },
  },
  {
    ...{ name: '我的-抽奖记录没有打开', path: minePage, whole: true },
    answers: { [listMyDraws.name]: { refused: 'unavailable', message: refusalTexts.unavailable } },
    act: (phone) => phone.see('重新加载'),
  },
  {
    ...{ name: '我的-明细', path: minePage },
    async act(phone) {
      await phone.tap('35 元洗车抵用券的明细，展开')
      await phone.see('收起明细')
    },
  },
  {
    ...{ name: '我的-凭证', path: minePage },
    async act(phone) {
      await phone.tap('10:00')
      await phone.see('复制凭证全文')
    },
  },
  {
    ...{ name: '我的-当天的凭证', path: minePage },
    answers: { [listMyDraws.name]: { change: (mine: Draws) => ({ ...mine, draws: manyDraws(1) }) } },
    async act(phone) {
      await phone.tap('10:03')
      await phone.see('了解如何验证')
    },
  },
]

type Fairness = OutputOf<typeof readFairness>
const pasted = (name: string, text: string, shows: string): PicturedState => ({
  ...{ name, path: fairnessPage },
  async act(phone) {
    await phone.tap('粘贴一张凭证，展开')
    await phone.write(text)
    await phone.tap('验证')
    await phone.see(shows)
  },
})

const fairnessStates: PicturedState[] = [
  {
    ...{ name: '验证-通过', path: fairnessPage, whole: true },
    async act(phone) {
      await phone.tap('验证 9 月 7 日')
      await phone.see('复制验证材料')
    },
  },
  {
    ...{ name: '验证-看计算', path: fairnessPage, whole: true },
    async act(phone) {
      await phone.tap('验证 9 月 7 日')
      await phone.tap('看计算')
      await phone.see('收起计算')
    },
  },
  { ...pasted('验证-凭证不完整', '{"campaignId":"demo"', '不是完整的凭证'), whole: true },
  {
    ...pasted('验证-别的活动', JSON.stringify(receipt({ kind: 'none' }, { on: '2026-09-07' })), '9 月 7 日第 1 次'),
    whole: true,
  },
  {
    ...{ name: '验证-活动还没有开始', path: fairnessPage, whole: true },
    answers: {
      [readFairness.name]: { change: (fairness: Fairness) => ({ ...fairness, days: [] }) },
      [listMyDraws.name]: { change: (mine: Draws) => ({ ...mine, draws: [] }) },
    },
  },
]

type Poster = OutputOf<typeof makePoster>
const saved = (name: string, before: (phone: PicturedPhone) => Promise<unknown>, shows: string): PicturedState => ({
  ...{ name, path: posterPage, whole: true },
  async act(phone) {
    await before(phone)
    await phone.tap('保存到相册')
    await phone.see(shows)
  },
})

const posterStates: PicturedState[] = [
  saved('海报-已保存', async () => undefined, '已保存'),
  saved('海报-没有允许', (phone) => phone.refuseAlbum(), '打开设置'),
  {
    ...{ name: '海报-小程序码没有来', path: posterPage, whole: true },
    answers: {
      [makePoster.name]: { change: (poster: Poster) => ({ ...poster, codeUrl: 'http://127.0.0.1:9/no.png' }) },
    },
    act: (phone) => phone.see('重新生成'),
  },
  {
    ...{ name: '海报-活动结束', path: posterPage },
    answers: { [makePoster.name]: { refused: 'campaign-over', message: refusalTexts['campaign-over'] } },
  },
]

const rulesStates: PicturedState[] = [
  {
    ...{ name: '规则-没有打开', path: 'packages/rules/pages/index', waits: false },
    answers: { [readRules.name]: { refused: 'unavailable', message: refusalTexts.unavailable } },
    act: (phone) => phone.see('重新加载'),
  },
]

/** States of single pages that are not reached by opening them. */
export const specialStates: readonly PicturedState[] = [
  ...drawStates,
  ...mineStates,
  ...fairnessStates,
  ...posterStates,
  ...rulesStates,
]
