import type { TableProps } from 'antd'
import type { StaffInvitee, StaffReferrer } from '#contract/referrals'
import { formatInstant } from '#values/days'
import { InstantText } from '../../components/DayText'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { type Column, yuan } from '../../exports/column'
import { statuses } from '../ledger-words'
import { states } from './words'

const countOf = ({ invitees }: StaffReferrer, ...counted: StaffInvitee['state'][]): number =>
  invitees.filter(({ state }) => counted.includes(state)).length

const needsLook = ({ invitees }: StaffReferrer): boolean =>
  invitees.some(({ reward }) => reward?.risk?.needsLook === true)

export const columns: TableProps<StaffReferrer>['columns'] = [
  {
    title: '推荐人',
    render: (_, { who, madeAt }) => (
      <>
        {who}
        <Under>
          <InstantText at={madeAt} /> 开始
        </Under>
      </>
    ),
  },
  {
    title: '网点和渠道',
    render: (_, { branchName, channelName }) => (
      <>
        {branchName}
        {channelName && <Under>{channelName}</Under>}
      </>
    ),
  },
  { title: '打开邀请', align: 'right', render: (_, { invitees }) => invitees.length },
  { title: '待投保', align: 'right', render: (_, row) => countOf(row, 'accepted') },
  { title: '已投保', align: 'right', render: (_, row) => countOf(row, 'issued') },
  { title: '不算', align: 'right', render: (_, row) => countOf(row, 'not-counted') },
  {
    title: '风险',
    render: (_, row) => (needsLook(row) ? <StateTag state={{ word: '需核查', tone: 'bad' }} /> : '—'),
  },
]

/** One of the invited with the referrer; a referrer who has invited nobody yet has a line too. */
interface Line {
  referrer: StaffReferrer
  invitee: StaffInvitee | null
}

export const linesOf = (referrers: readonly StaffReferrer[]): Line[] =>
  referrers.flatMap((referrer): Line[] =>
    referrer.invitees.length === 0
      ? [{ referrer, invitee: null }]
      : referrer.invitees.map((invitee) => ({ referrer, invitee })),
  )

const rewardOf = ({ invitee }: Line) => invitee?.reward ?? null

export const exportedColumns: readonly Column<Line>[] = [
  { title: '推荐人（已脱敏）', of: ({ referrer }) => referrer.who },
  { title: '网点', of: ({ referrer }) => referrer.branchName },
  { title: '渠道', of: ({ referrer }) => referrer.channelName },
  { title: '开始推荐', of: ({ referrer }) => formatInstant(referrer.madeAt, true) },
  { title: '被推荐人（已脱敏）', of: ({ invitee }) => invitee?.who ?? null },
  { title: '打开邀请', of: ({ invitee }) => invitee && formatInstant(invitee.openedAt, true) },
  { title: '走到哪一步', of: ({ invitee }) => invitee && states[invitee.state].word },
  { title: '不算的原因', of: (line) => rewardOf(line)?.notGiven ?? null },
  { title: '奖励（元）', kind: 'yuan', of: (line) => yuan(rewardOf(line)?.amountFen ?? null) },
  {
    title: '奖励状态',
    of: (line) => {
      const reward = rewardOf(line)
      return reward && statuses[reward.status].word
    },
  },
  { title: '应给付日期', of: (line) => rewardOf(line)?.dueOn ?? null },
  { title: '风险分', kind: 'count', of: (line) => rewardOf(line)?.risk?.score ?? null },
  { title: '风险原因', of: (line) => rewardOf(line)?.risk?.reasons.join('；') ?? null },
]
