import { Segmented } from 'antd'
import { useState } from 'react'
import { listProposals } from '#contract/proposals'
import { useReading } from '../../cloud/use-reading'
import { EmptyBlock, FailureBlock } from '../../components/StateBlock'
import { Turns } from '../../components/Turns'
import { usePages } from '../../components/use-pages'
import { WaitingRows } from '../../components/Waiting'
import { ProposalCard } from './ProposalCard'
import './Proposals.css'

/** 两人决定：一个人提出，另一个人同意。等着的，和已经有结果的。 */
export function Proposals() {
  const [open, setOpen] = useState(true)
  const { cursor, paging } = usePages(String(open))
  const { reading, reload } = useReading(listProposals, { open, before: cursor === null ? null : Number(cursor) })
  return (
    <>
      <Segmented
        className="proposals__which"
        value={open ? 'open' : 'closed'}
        options={[
          { value: 'open', label: '等待决定' },
          { value: 'closed', label: '已有结果' },
        ]}
        onChange={(which) => setOpen(which === 'open')}
      />
      {reading.status === 'loading' && <WaitingRows />}
      {reading.status === 'failed' && <FailureBlock failure={reading.failure} retry={reload} />}
      {reading.status === 'ready' && (
        <div aria-busy={reading.stale} className="proposals">
          {reading.data.proposals.length === 0 && (
            <EmptyBlock sentence={open ? '没有等待决定的提议。' : '还没有已有结果的提议。'} />
          )}
          {reading.data.proposals.map((proposal) => (
            <ProposalCard key={proposal.proposalId} proposal={proposal} />
          ))}
          <Turns {...paging(reading.data.more ? String(reading.data.proposals.at(-1)?.proposedAt ?? 0) : null)} />
        </div>
      )}
    </>
  )
}
