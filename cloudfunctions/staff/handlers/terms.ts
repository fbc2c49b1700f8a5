import type { ChangedLine } from '#contract/proposals'
import {
  changeTerms as changeOperation,
  checkTerms as checkOperation,
  compareVersions as compareOperation,
  judgementTexts,
  readTerms as readOperation,
} from '#contract/terms'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { Refusal, refuse } from '#pipeline/refuse'
import { compareTerms } from '#rules/campaign/change-guard/compare'
import { phaseAt } from '#rules/campaign/phase'
import { writtenTerms } from '#rules/campaign/written-terms'
import { listStaff } from '#store/staff'
import { findSource, findTermsInForceNow, getTerms, listPublishedTerms, type TermsInForce } from '#store/terms'
import { openProposal } from '../proposals/open'
import { auditInForce, auditPublished } from '../publishing/audit-published'
import { publishOver } from '../publishing/publish-over'
import { detailsOf, readChange } from '../publishing/read-change'

const readers = forStaff('admin', 'reviewer', 'finance', 'analyst')

export const readTerms = handle(readOperation, readers, async ({ version: asked }, { now }) => {
  const inForce = await findTermsInForceNow()
  if (!inForce) return refuse('campaign-not-published')
  const { campaignId } = inForce.terms
  const version = asked ?? inForce.version
  const source = await findSource(campaignId, version)
  if (source === null) return refuse('terms-unknown')
  const [terms, versions, members] = await Promise.all([
    getTerms(campaignId, version),
    listPublishedTerms(campaignId),
    listStaff(),
  ])
  const names = new Map(members.map(({ _id, name }) => [_id, name]))
  return {
    campaignTitle: terms.title,
    phase: phaseAt(inForce.terms, now),
    now,
    version,
    source,
    sections: writtenTerms(terms),
    versions: versions.map(({ version: one, hash, publishedAt, change }) => ({
      version: one,
      hash,
      publishedAt,
      inForce: one === inForce.version,
      by: change?.by.map((account) => names.get(account) ?? account) ?? [],
      why: change?.why ?? null,
    })),
  }
})

export const compareVersions = handle(compareOperation, readers, async ({ from, to }) => {
  const inForce = await findTermsInForceNow()
  if (!inForce) return refuse('campaign-not-published')
  const { campaignId } = inForce.terms
  const known = (await listPublishedTerms(campaignId)).map(({ version }) => version)
  if (!known.includes(from) || !known.includes(to)) return refuse('terms-unknown')
  const [before, after] = await Promise.all([getTerms(campaignId, from), getTerms(campaignId, to)])
  return { differences: compareTerms(before, after) }
})

const admins = forStaff('admin')

export const checkTerms = handle(checkOperation, admins, async (given, { now }) => {
  const read = await readChange(given, now)
  if (read instanceof Refusal) return read
  if (read.kind === 'problems') {
    return {
      kind: 'problems' as const,
      problems: read.problems.map(({ line, column, path, message, remedy }) => ({
        line,
        column,
        path,
        message,
        remedy,
      })),
    }
  }
  const { kind: decision, differences } = read.decision
  return { kind: 'compared' as const, decision, differences }
})

export const changeTerms = handle(changeOperation, admins, async ({ file, text, reason, requestKey }, call) => {
  const read = await readChange({ file, text }, call.now)
  if (read instanceof Refusal) return read
  if (read.kind === 'problems') return refuse('terms-invalid', detailsOf(read.problems))
  const { inForce, terms, hash, decision } = read
  switch (decision.kind) {
    case 'nothing':
      await logOwn(inForce, call)
      return { kind: 'unchanged' as const, version: inForce.version }
    case 'blocked':
      return refuse(
        'terms-unfavourable',
        decision.differences
          .filter(({ judgement }) => judgement === 'unfavourable')
          .map(({ path, label, why }) => ({ field: path, message: `${label}：${why}` })),
      )
    case 'reason': {
      const version = await publishOver(read, text, { by: [call.staff._id], why: reason }, call.now)
      if (version === null) return refuse('terms-moved-on')
      await auditPublished(call, terms.campaignId, { version, hash }, inForce, reason)
      return { kind: 'published' as const, version }
    }
    case 'second-person': {
      const { proposalId } = await openProposal(call, {
        kind: 'terms-change',
        title: `更改条款（对照第 ${inForce.version} 版）`,
        changes: decision.differences.map(
          ({ label, before, after, judgement }): ChangedLine => ({
            label: `${label}（${judgementTexts[judgement]}）`,
            before,
            after,
          }),
        ),
        payload: {
          campaignId: terms.campaignId,
          fromVersion: inForce.version,
          hash,
          file,
          text,
          proposedBy: call.staff._id,
        },
        reason,
        concerns: [],
        needed: 1,
        requestKey,
      })
      return { kind: 'proposed' as const, proposalId }
    }
  }
})

/** The version in force, where this person published it: their call may have broken off before it was logged. */
async function logOwn(inForce: TermsInForce, call: CallBy<typeof admins>): Promise<void> {
  const versions = await listPublishedTerms(inForce.terms.campaignId)
  const change = versions.find(({ version }) => version === inForce.version)?.change
  if (change?.by.includes(call.staff._id)) await auditInForce(call, inForce, change.why)
}
