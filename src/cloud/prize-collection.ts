import { showCustomerCode } from '#contract/customer-code'
import { acceptMessages, dismissNotice } from '#contract/notices'
import type { InputOf } from '#contract/operation'
import {
  openCollection,
  readPrizeState,
  saveCollectionDraft,
  showPrizeCode,
  submitCollection,
} from '#contract/prize-collection'
import { messageTemplates } from '#values/message-templates'
import { call, callPatiently } from './call'
import { newNonce } from './nonce'
import { askForMessages } from './platform'
import { problemsIn } from './problems'
import { useReading } from './use-reading'

export type {
  CollectionStage,
  CollectionView,
  CollectionWay,
  HandOverOnShow,
} from '#contract/prize-collection'
export type Draft = InputOf<typeof saveCollectionDraft>
export type Submission = InputOf<typeof submitCollection>

/** A prize of one's own: what it needs, how far it is, and what comes next. Painted first may be another prize: see its id. */
export const useCollection = (benefitId: string) => useReading(openCollection, { benefitId })

/** Keeps what is filled in so far, so that another phone finds it. A failure costs nothing: the phone keeps it too. */
export const saveDraft = (draft: Draft) => call(saveCollectionDraft, draft)

/** Safe to repeat: the same details again are the same submission. */
export const submit = (submission: Submission) => callPatiently(submitCollection, submission)
export const submissionProblems = (submission: unknown) => problemsIn(submitCollection, submission)

export const showCodeOfPrize = (benefitId: string) => callPatiently(showPrizeCode, { benefitId })
export const prizeNow = (benefitId: string) => call(readPrizeState, { benefitId })
export const showMyCode = () => callPatiently(showCustomerCode, {})

export const putNoticeAway = (noticeId: string) => call(dismissNotice, { noticeId })

/**
 * Asks for one message of each template; only on a tap, as WeChat demands. What was accepted is counted by the cloud.
 * @returns whether anything was accepted
 */
export async function askToBeTold(templates: readonly { template: string; templateId: string }[]): Promise<boolean> {
  const accepted = await askForMessages(templates.map(({ templateId }) => templateId))
  const names = templates.filter(({ templateId }) => accepted.includes(templateId)).map(({ template }) => template)
  const known = messageTemplates.filter((name) => names.includes(name))
  if (known.length === 0) return false
  await callPatiently(acceptMessages, { accepted: known, requestKey: await newNonce() })
  return true
}
