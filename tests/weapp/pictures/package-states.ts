import { readRules } from '#contract/campaign'
import { makePoster } from '#contract/draw-chances'
import type { OutputOf } from '#contract/operation'
import { listMyDraws, readFairness } from '#contract/prize-draw'
import { refusalTexts } from '#contract/refusals'
import type { PicturedPhone } from './pictured-phone'
import { receipt } from './receipts'
import type { PicturedState } from './state'

const fairnessPage = 'packages/fairness/pages/index'
const posterPage = 'packages/share/pages/poster'

type Draws = OutputOf<typeof listMyDraws>
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
      await phone.tap('号码由种子和您的随机数算出的计算过程，展开')
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

/** 开奖验证, 分享海报 and 活动规则. */
export const packageStates: readonly PicturedState[] = [...fairnessStates, ...posterStates, ...rulesStates]
