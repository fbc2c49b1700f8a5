import type { PayoutBatch } from '#contract/payout'
import { formatInstant } from '#values/days'
import { type Column, yuan } from '../../exports/column'
import { batchStates, wayWords } from './words'

const said = (act: { name: string; at: number } | null): string | null =>
  act && `${act.name} ${formatInstant(act.at, true)}`

/** One line a batch: what it comes to, who did what, what the bank said. Nobody who is paid is in it. */
export const exportedColumns: readonly Column<PayoutBatch>[] = [
  { title: '批次', of: ({ batchId }) => batchId },
  { title: '状态', of: ({ state }) => batchStates[state].word },
  { title: '怎么付', of: ({ way }) => wayWords[way] },
  { title: '笔数', kind: 'count', of: ({ count }) => count },
  { title: '税前（元）', kind: 'yuan', of: ({ grossFen }) => yuan(grossFen) },
  { title: '扣税（元）', kind: 'yuan', of: ({ withheldFen }) => yuan(withheldFen) },
  { title: '实付（元）', kind: 'yuan', of: ({ netFen }) => yuan(netFen) },
  { title: '编制', of: ({ built }) => said(built) },
  { title: '复核', of: ({ approvals }) => approvals.map(said).join('；') },
  { title: '放行', of: ({ released }) => said(released) },
  { title: '撤销', of: ({ cancelled }) => cancelled && `${said(cancelled)}：${cancelled.why}` },
  { title: '成功（笔）', kind: 'count', of: ({ paid }) => paid },
  { title: '失败（笔）', kind: 'count', of: ({ failed }) => failed },
  { title: '不明（笔）', kind: 'count', of: ({ unknown }) => unknown },
  { title: '批次校验值', of: ({ hash }) => hash },
  { title: '文件校验值', of: ({ fileHash }) => fileHash },
]
