import { App, Button } from 'antd'
import { useState } from 'react'
import {
  approveProposal,
  listProposals,
  proposalKinds,
  refuseProposal,
  type ShownProposal,
  withdrawProposal,
} from '#contract/proposals'
import { listStaff } from '#contract/staff'
import { useActing } from '../../cloud/use-acting'
import { InstantText } from '../../components/DayText'
import { ReasonDialog } from '../../components/ReasonDialog'
import { type StateShown, StateTag } from '../../components/StateTag'
import { useMe } from '../../shell/me'

const states: Readonly<Record<ShownProposal['state'], StateShown>> = {
  open: { word: '等待决定', tone: 'warn' },
  done: { word: '已同意', tone: 'good' },
  refused: { word: '已驳回', tone: 'bad' },
  withdrawn: { word: '已撤回', tone: 'quiet' },
  expired: { word: '已过期', tone: 'quiet' },
}
const hindrances: Readonly<Record<NonNullable<ShownProposal['hindrance']>, string>> = {
  own: '您提出的，等另一位同意。',
  'concerns-yourself': '关系到您本人，等另一位同意。',
  'approved-before': '您已同意，还差另一位。',
  decided: '',
  expired: '没有人在 7 天内同意，需要时请重新提出。',
}

/** One proposal: what it changes, who proposed it and why, and what this person may do about it. */
export function ProposalCard({ proposal }: { proposal: ShownProposal }) {
  const { proposalId, kind, title, changes, reason, proposedBy, proposedAt, expiresAt, state, hindrance } = proposal
  const { staffId } = useMe()
  const { modal, message } = App.useApp()
  const approving = useActing(approveProposal, [listProposals, listStaff])
  const refusing = useActing(refuseProposal, [listProposals])
  const withdrawing = useActing(withdrawProposal, [listProposals])
  const [asks, setAsks] = useState<'refuse' | 'withdraw' | null>(null)
  const mine = proposedBy.account === staffId
  const leftUndone = state === 'done' && proposal.tookEffectAt === null

  const approve = () =>
    modal.confirm({
      title: `同意“${title}”？`,
      content: '同意后马上生效，并记入审计日志。',
      okText: '同意',
      cancelText: '再看看',
      async onOk() {
        const result = await approving.act({ proposalId })
        if (!result.ok) return void message.error(result.message)
        message.success(result.data.stillNeeded === 0 ? '已同意，已经生效。' : '已同意，还需要另一位。')
      },
    })
  return (
    <article className="proposal">
      <header className="proposal__head">
        <h3>{title}</h3>
        <span className="proposal__kind">{proposalKinds[kind]}</span>
        <StateTag state={leftUndone ? { word: '已同意，未生效', tone: 'warn' } : states[state]} />
      </header>
      <table className="proposal__changes">
        <thead>
          <tr>
            <th>内容</th>
            <th>现在</th>
            <th>变为</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ label, before, after }) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{before ?? '—'}</td>
              <td>
                <b>{after ?? '—'}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="proposal__facts">
        <dt>理由</dt>
        <dd>{reason}</dd>
        <dt>提出</dt>
        <dd>
          {proposedBy.name} · <InstantText at={proposedAt} />
        </dd>
        {proposal.approvals.map(({ account, name, at }) => (
          <Decided key={account} what="同意" who={name} at={at} />
        ))}
        {proposal.closed && (
          <>
            <Decided what={state === 'refused' ? '驳回' : '撤回'} who={proposal.closed.name} at={proposal.closed.at} />
            <dt>原因</dt>
            <dd>{proposal.closed.why}</dd>
          </>
        )}
        {state === 'open' && (
          <>
            <dt>有效至</dt>
            <dd>
              <InstantText at={expiresAt} />
            </dd>
          </>
        )}
      </dl>
      {(state === 'open' || leftUndone) && (
        <footer className="proposal__deeds">
          {hindrance && state === 'open' && <span>{hindrances[hindrance]}</span>}
          {mine && state === 'open' && <Button onClick={() => setAsks('withdraw')}>撤回</Button>}
          {!mine && state === 'open' && (
            <Button danger onClick={() => setAsks('refuse')}>
              驳回
            </Button>
          )}
          {(!hindrance || leftUndone) && (
            <Button type="primary" loading={approving.acting} onClick={approve}>
              {leftUndone ? '使其生效' : '同意'}
            </Button>
          )}
        </footer>
      )}
      {state === 'expired' && <p className="proposal__over">{hindrances.expired}</p>}
      <ReasonDialog
        open={asks === 'refuse'}
        title={`驳回“${title}”`}
        effect="什么都不会改变，提出人会看到原因。"
        deed="驳回"
        act={(why) => refusing.act({ proposalId, reason: why })}
        done={() => setAsks(null)}
        cancel={() => setAsks(null)}
      />
      <ReasonDialog
        open={asks === 'withdraw'}
        title={`撤回“${title}”`}
        effect="什么都不会改变，需要时可以重新提出。"
        deed="撤回"
        act={(why) => withdrawing.act({ proposalId, reason: why })}
        done={() => setAsks(null)}
        cancel={() => setAsks(null)}
      />
    </article>
  )
}

function Decided({ what, who, at }: { what: string; who: string; at: number }) {
  return (
    <>
      <dt>{what}</dt>
      <dd>
        {who} · <InstantText at={at} />
      </dd>
    </>
  )
}
