import { createHash } from 'node:crypto'
import { importPolicies as operation } from '#contract/policy-import'
import { takeEvents } from '#decisions/take-events'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { takeNonce } from '#store/policy-messages'
import { findTermsInForce } from '#store/terms'
import { canonicalJson } from '#values/canonical-json'

/** A file tells of every branch and decides money: nobody of one branch brings it. */
export const importPolicies = handle(operation, forStaff('admin'), async ({ importId, part, events }, call) => {
  if (call.staff.branchCode !== null) return refuse('not-allowed')
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const hash = createHash('sha256').update(canonicalJson(events)).digest('hex')
  // No nonce has a dot in it: a part never passes for a message of the core system. Of what it tells it is the same one again.
  const told = `import.${importId}.${part}.${hash.slice(0, 16)}`
  await takeNonce(told, call.now)
  const answer = await takeEvents(events, told, inForce, call.now)
  const { accepted, ignored, refused } = answer
  await audit(call, {
    what: 'policies.import',
    object: { kind: 'policy-import', id: importId },
    after: { number: part, count: events.length, accepted, ignored, refused, hash },
    why: '上传保单文件',
    deed: `${part}.${hash}`,
  })
  return answer
})
