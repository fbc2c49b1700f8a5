import { type Day, formatDay } from '#values/days'

/** What of a campaign somebody, or an event of the core system, may still have to act on. */
export interface StillOpen {
  /** Entries in a work list, whoever has to act. */
  waiting: number
  /** Entries whose benefit is stopped. */
  stopped: number
  /** Promises of a set-off (§5.1.2) that a renewal may keep, until the last of these days. */
  promises: { count: number; untilOn: Day | null }
  /** Policies in force that were issued within the campaign: cancelled, what they brought is withdrawn. */
  policies: { count: number; untilOn: Day | null }
}

/**
 * “上一个活动的事办完了，才发布下一个。” Everything is decided, reviewed, paid and withdrawn under the terms in force alone
 * (docs/decisions/0026-one-campaign-at-a-time.md): what is open, how much and until when; empty when another campaign may follow.
 */
export function openMatters({ waiting, stopped, promises, policies }: StillOpen): { what: string; how: string }[] {
  const matters = [
    { what: '在办的权益', count: waiting, how: `${waiting} 笔在工作单上，办完为止` },
    { what: '暂停的权益', count: stopped, how: `${stopped} 笔等恢复，恢复后定下为止` },
    {
      what: '首年返还的承诺',
      count: promises.count,
      how: `${promises.count} 笔等次年续保抵扣，${until(promises.untilOn)}`,
    },
    {
      what: '活动期间出单的保单',
      count: policies.count,
      how: `${policies.count} 张有效，退保时要收回优惠，${until(policies.untilOn)}`,
    },
  ]
  return matters.filter(({ count }) => count > 0).map(({ what, how }) => ({ what, how }))
}

const until = (on: Day | null): string => (on === null ? '没有期限' : `最晚到 ${formatDay(on, true)}（含当日）`)
