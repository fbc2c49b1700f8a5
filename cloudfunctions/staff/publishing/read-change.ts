import { refuse } from '#pipeline/refuse'
import { type ChangeDecision, decideChange } from '#rules/campaign/change-guard/decide-change'
import { type CampaignProblem, checkCampaignFile } from '#rules/campaign/check'
import { phaseAt } from '#rules/campaign/phase'
import type { Terms } from '#rules/campaign/terms'
import { termsHash } from '#rules/campaign/terms-hash'
import { findTermsInForceNow, type TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

/** A campaign file that is to take the place of the terms in force, and what may become of it. */
export interface Change {
  kind: 'change'
  inForce: TermsInForce
  terms: Terms
  hash: string
  decision: ChangeDecision
}

/** Reads a file against the terms in force this moment: a change is decided on nothing older. */
export async function readChange({ text, file }: { text: string; file: string }, now: Instant) {
  const inForce = await findTermsInForceNow()
  if (!inForce) return refuse('campaign-not-published')
  switch (phaseAt(inForce.terms, now)) {
    case 'preparation':
    case 'warm-up':
      return refuse('terms-before-start')
    case 'closed':
      return refuse('campaign-over')
    case 'running':
    case 'collection':
      break
  }
  const checked = checkCampaignFile(text, file)
  if (!checked.ok) return { kind: 'problems' as const, problems: checked.problems }
  const { terms } = checked
  if (terms.campaignId !== inForce.terms.campaignId) return refuse('terms-other-campaign')
  const change: Change = {
    kind: 'change',
    inForce,
    terms,
    hash: termsHash(terms),
    decision: decideChange(inForce.terms, terms),
  }
  return change
}

/** As the publishing command shows them. */
export const detailsOf = (problems: readonly CampaignProblem[]) =>
  problems.map(({ file, line, column, path, message, remedy }) => ({
    field: `${file}:${line}:${column} ${path}`,
    message: `${message} ${remedy}`,
  }))
