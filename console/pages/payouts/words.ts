import type { OutputOf } from '#contract/operation'
import type { PayoutBatch, readPayout } from '#contract/payout'
import type { StateShown } from '../../components/StateTag'

export const batchStates: Readonly<Record<PayoutBatch['state'], StateShown>> = {
  building: { word: '编制中', tone: 'quiet' },
  draft: { word: '待复核', tone: 'warn' },
  approved: { word: '待放行', tone: 'warn' },
  released: { word: '待结果', tone: 'gold' },
  reconciled: { word: '已对完', tone: 'good' },
  cancelled: { word: '已撤销', tone: 'quiet' },
}

type Line = OutputOf<typeof readPayout>['lines'][number]

const lineStates: Readonly<Record<Line['state'], StateShown>> = {
  waiting: { word: '待放行', tone: 'quiet' },
  withdrawn: { word: '已撤销', tone: 'quiet' },
  sent: { word: '已送银行', tone: 'gold' },
  paid: { word: '已到账', tone: 'good' },
  failed: { word: '失败', tone: 'bad' },
  unknown: { word: '结果不明', tone: 'warn' },
}

export const wayWords: Readonly<Record<PayoutBatch['way'], string>> = {
  'bank-file': '银行文件',
  'wechat-transfer': '微信商家转账',
}

/** What is sent goes to the bank by finance, and to WeChat by the system. */
export const lineState = (state: Line['state'], way: PayoutBatch['way']): StateShown =>
  state === 'sent' && way === 'wechat-transfer' ? { word: '等系统请微信付', tone: 'gold' } : lineStates[state]

/** 第 2 次付款，上次：户名不符. */
export const againWords = ({ nth, why }: NonNullable<Line['again']>): string => `第 ${nth} 次付款，上次：${why}`

/** 还要 1 位复核. */
export const stillNeeded = ({ needed, approvals }: PayoutBatch): number => Math.max(0, needed - approvals.length)
