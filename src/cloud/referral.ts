import { useCallback, useEffect, useState } from 'react'
import type { OutputOf } from '#contract/operation'
import { acceptInvitation, chooseReward, makeReferralPoster, openInvitation, openReferral } from '#contract/referral'
import { refusalTexts } from '#contract/refusals'
import type { PhoneProof } from './binding'
import { call, callPatiently, type Failure } from './call'
import { byChannel } from './channel'
import { type Entered, enteredWith } from './entered-with'
import { problemsIn } from './problems'
import { useReading } from './use-reading'

export type { ReceivedInvitation } from '#contract/invitation'
export type { ReferralReward, SentInvitation } from '#contract/referral'
export type ReferralView = OutputOf<typeof openReferral>

/** 推荐有礼: the rules, the referrer's code, who opened it and what it brought. */
export const useReferral = () => useReading(openReferral, byChannel())

/** The poster with the referrer's own 小程序码. */
export const useReferralPoster = () => useReading(makeReferralPoster, byChannel())

/** Asked once: a code proves the phone once. */
export const accept = (phone: PhoneProof) => call(acceptInvitation, { phone })
export const acceptProblems = (phone: PhoneProof) => problemsIn(acceptInvitation, { phone })

/** Cash or gift; safe to repeat. */
export const choose = ({ benefitId, version }: { benefitId: string; version: number }, form: 'cash' | 'gift') =>
  callPatiently(chooseReward, { benefitId, version, form })

export type Opened =
  | { status: 'opening' }
  | { status: 'open'; view: OutputOf<typeof openInvitation> }
  | { status: 'failed'; failure: Failure }

/** A page entered without a code, or with what cannot be one: nothing to ask the cloud for. */
const noCode: Failure = { ok: false, code: 'invitation-unknown', message: refusalTexts['invitation-unknown'] }

/** Opens the invitation with which the page was entered; the same one again is the same. */
export function useInvitation(code: string | null): { opened: Opened; retry: () => void } {
  const [opened, setOpened] = useState<Opened>({ status: 'opening' })
  const open = useCallback(async () => {
    if (code === null) return setOpened({ status: 'failed', failure: noCode })
    setOpened({ status: 'opening' })
    const result = await callPatiently(openInvitation, { code })
    setOpened(result.ok ? { status: 'open', view: result.data } : { status: 'failed', failure: result })
  }, [code])
  useEffect(() => void open(), [open])
  return { opened, retry: () => void open() }
}

/** The code with which the page was entered; null when there is none. */
export const invitationCodeIn = (entered: Entered): string | null => enteredWith(entered, 'r', /^[A-Za-z0-9]{16}$/)
