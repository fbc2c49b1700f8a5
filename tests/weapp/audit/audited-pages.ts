import { singlePageScene } from '../host/wx/world'

export interface AuditedPage {
  name: string
  address: string
  scene?: number
  /** The operation that brings the first content, and words of that content which no skeleton has. */
  brings: string
  content: string
  /** What is tapped then; the words that say it is done; and whether it is measured as an action. */
  step?: { tap: string; shows: string; measured: boolean }
}

const draw = { address: 'pages/draw/index', brings: 'prize-draw.open', content: '剩 1 次' }
const mine = { address: 'pages/mine/index', brings: 'prizes.mine', content: '有效奖品' }
const fairness = {
  address: 'packages/fairness/pages/index',
  brings: 'prize-draw.fairness',
  content: '每天的种子',
}

/** Every page, and the sheets that matter, as a customer sees them who has drawn on each of the last days. */
export const auditedPages: readonly AuditedPage[] = [
  { name: '抽奖', ...draw },
  { name: '抽奖：结果', ...draw, step: { tap: '抽奖，剩 1 次', shows: '查看我的奖品', measured: true } },
  { name: '我的', ...mine },
  { name: '我的：明细', ...mine, step: { tap: '35 元洗车抵用券的明细，展开', shows: '收起明细', measured: true } },
  { name: '我的：凭证', ...mine, step: { tap: '10:00', shows: '复制凭证全文', measured: true } },
  { name: '规则', address: 'packages/rules/pages/index', brings: 'campaign.rules', content: '先看要点' },
  { name: '验证', ...fairness },
  { name: '验证：结果', ...fairness, step: { tap: '验证 9 月 7 日', shows: '号码', measured: false } },
  { name: '海报', address: 'packages/share/pages/poster', brings: 'draw-chances.poster', content: '保存到相册' },
  {
    name: '朋友圈单页',
    address: 'pages/draw/index',
    scene: singlePageScene,
    brings: 'campaign.rules',
    content: '活动内容',
  },
]
