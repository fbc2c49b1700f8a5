import type { BenefitStatus, PrizeBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { WechatRank } from '#rules/risk/risk'
import type { Notice } from '#store/notices'
import type { StoredReferralCode } from '#store/referral-codes'
import type { Access } from '#store/unmasking'
import { formatInstant } from '#values/days'
import type { PersonalData } from './personal-data'

/** Shows a sealed value in the clear, and logs that it did. */
export type Unmask = (sealed: string, field: string) => Promise<string>

/** All that is told in a copy. */
export interface CopiedData extends PersonalData {
  notices: readonly Pick<Notice, 'at' | 'title' | 'sentence'>[]
  accesses: readonly Access[]
  codes: readonly StoredReferralCode[]
  /** What was won in the draws. */
  wins: readonly PrizeBenefit[]
}

/** One part of the copy, a line for each thing; none where there is nothing. */
export interface CopySection {
  title: string
  write(data: CopiedData, unmask: Unmask, terms: Terms): Promise<string[]> | string[]
}

const statusTexts: Readonly<Record<BenefitStatus['kind'], string>> = {
  pending: '等待处理',
  approved: '审核通过',
  fulfilled: '已给付',
  refused: '不给',
  expired: '已过期',
  'clawed-back': '已收回',
}

/** 已收回，2026-09-08 12:00（保单已退保）. */
export const statusText = (status: BenefitStatus): string =>
  status.kind === 'pending'
    ? statusTexts.pending
    : `${statusTexts[status.kind]}，${formatInstant(status.at)}（${status.why}）`

/** WeChat's opinion of an account, in words: what is known of it must be told as it is. */
export const rankText = (rank: WechatRank): string =>
  rank === 'unknown' ? '微信没有给出评级' : `微信评级 ${rank}（0 最低，4 最高）`

export const channelName = ({ promotion }: Terms, channel: string | null): string =>
  channel === null ? '无' : (promotion.channels.find(({ channelId }) => channelId === channel)?.name ?? channel)

export const branchName = ({ branches }: Terms, code: string): string =>
  branches.find(({ branchCode }) => branchCode === code)?.name ?? code
