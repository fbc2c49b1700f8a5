import type { DrawPageView } from '@/cloud/prize-draw'

/** Whether the customer can draw now, and if not, why: the same order in which the cloud refuses. */
export type DrawGate =
  | { kind: 'open'; left: number }
  | { kind: 'not-begun' }
  | { kind: 'over' }
  | { kind: 'stopped' }
  | { kind: 'not-following' }
  /** `again`: a free chance comes on a later day. */
  | { kind: 'no-chance-left'; again: boolean }

type Facts = Pick<DrawPageView, 'campaign' | 'drawOpen' | 'follow' | 'chances'>

/** What the page offers at the centre of the grid. The cloud decides; this only keeps the page from asking in vain. */
export function drawGate({ campaign, drawOpen, follow, chances }: Facts): DrawGate {
  switch (campaign.phase) {
    case 'preparation':
    case 'warm-up':
      return { kind: 'not-begun' }
    case 'collection':
    case 'closed':
      return { kind: 'over' }
    case 'running':
      if (!drawOpen) return { kind: 'stopped' }
      if (follow.gate === 'required' && !follow.following) return { kind: 'not-following' }
      if (chances.left === 0) return { kind: 'no-chance-left', again: chances.nextFreeAt !== null }
      return { kind: 'open', left: chances.left }
  }
}

/** Whether a press of the button leads on: to a draw, or to the official account. Sharing is only offered beside it. */
export const leadsOn = (gate: DrawGate) => gate.kind === 'open' || gate.kind === 'not-following'

/** The two lines of the button in the middle. */
export function centreTexts(gate: DrawGate): { main: string; sub: string } {
  switch (gate.kind) {
    case 'open':
      return { main: '抽奖', sub: `剩 ${gate.left} 次` }
    case 'not-begun':
      return { main: '未开始', sub: '开始后可抽' }
    case 'over':
      return { main: '已结束', sub: '感谢参与' }
    case 'stopped':
      return { main: '暂停', sub: '稍后再来' }
    case 'not-following':
      return { main: '去关注', sub: '关注后抽奖' }
    case 'no-chance-left':
      return { main: '已抽完', sub: gate.again ? '明天再来' : '感谢参与' }
  }
}
