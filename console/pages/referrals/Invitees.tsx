import type { StaffInvitee, StaffReferrer } from '#contract/referrals'
import { DueText, InstantText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { EmptyBlock } from '../../components/StateBlock'
import { StateTag } from '../../components/StateTag'
import { statuses } from '../ledger-words'
import { states } from './words'
import './referrals.css'

/** The tree of one level: the referrer, and whom the referrer brought. */
export function Invitees({ referrer, now }: { referrer: StaffReferrer; now: number }) {
  if (referrer.invitees.length === 0) return <EmptyBlock sentence="还没有人打开这位推荐人的邀请。" />
  return (
    <div className="referrals__tree">
      <p className="referrals__root">
        {referrer.who} · {referrer.branchName}
      </p>
      <ul className="referrals__branches">
        {referrer.invitees.map(({ invitationId, who, state, openedAt, reward }) => (
          <li className="referrals__invitee" key={invitationId}>
            <p className="referrals__line">
              <b>{who}</b>&ensp;
              <StateTag state={states[state]} />
            </p>
            <p className="referrals__note">
              打开于 <InstantText at={openedAt} />
            </p>
            {reward && <Reward reward={reward} now={now} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Reward({ reward, now }: { reward: NonNullable<StaffInvitee['reward']>; now: number }) {
  const { notGiven, amountFen, dueOn, status, risk } = reward
  return (
    <>
      {notGiven === null ? (
        <p className="referrals__note">
          奖励 <MoneyText of={amountFen} />
          ，应在 <DueText on={dueOn} now={now} />
          前给付&ensp;
          <StateTag state={statuses[status]} />
        </p>
      ) : (
        <p className="referrals__note">{notGiven}</p>
      )}
      {risk && risk.reasons.length > 0 && (
        <p className={`referrals__note ${risk.needsLook ? 'referrals__note--risk' : ''}`}>
          风险 {risk.score} 分：{risk.reasons.join('；')}
        </p>
      )}
    </>
  )
}
