import type { Benefit, BenefitStatus, PolicyBenefit } from '#rules/benefit/benefit'
import { BY_SYSTEM } from '#rules/benefit/status'
import type { Terms } from '#rules/campaign/terms'
import { payeeText } from '#rules/payout/payout'
import { claimsBefore } from '#rules/policy/claims'
import type { ClaimsLastYear, Policy } from '#rules/policy/policy'
import { findBankAccount } from '#store/bank-accounts'
import { findPolicies } from '#store/policies'
import { listHolders, listVehicles } from '#store/policy-book'
import { formatDay, formatInstant } from '#values/days'
import { maskPolicyNumber } from '#values/masks'
import { formatFen } from '#values/money'
import { hookOf } from './hooks'

interface EvidenceLine {
  label: string
  value: string
}

/** All that a decision rests on beside the statement, masked: the policy, the holder, the account; what a rule's hook adds. */
export async function evidenceOf(benefit: Benefit, terms: Terms): Promise<EvidenceLine[]> {
  const added = (await hookOf(benefit)?.evidence?.(benefit, terms)) ?? []
  return benefit.rule === 'prize-draw' ? added : [...(await policyEvidence(benefit, terms)), ...added]
}

async function policyEvidence(benefit: PolicyBenefit, terms: Terms): Promise<EvidenceLine[]> {
  const [[policy], [holder], [vehicle], account] = await Promise.all([
    findPolicies([benefit.policyNumber]),
    listHolders([benefit.holderId]),
    listVehicles([benefit.vehicleId]),
    benefit.form === 'cash' ? findBankAccount(benefit.holderId) : null,
  ])
  const lines: EvidenceLine[] = [{ label: '保单号', value: maskPolicyNumber(benefit.policyNumber) }]
  if (policy) lines.push(...policyFacts(policy, await findPrevious(policy), terms))
  if (holder) {
    lines.push(
      { label: '投保人', value: holder.nameMask },
      { label: '证件号码', value: holder.idMask },
      { label: '手机号', value: holder.phoneMask },
    )
  }
  if (vehicle) lines.push({ label: '车牌', value: vehicle.plateMask })
  if (benefit.form === 'cash') {
    lines.push({ label: '收款账户', value: account ? payeeText(account) : '还没有填写' })
  }
  return lines
}

const kinds: Readonly<Record<Policy['businessKind'], string>> = { new: '新保', renewal: '续保', transfer: '转保' }

async function findPrevious({ previousPolicyNumber }: Policy): Promise<Policy | null> {
  const [previous = null] = previousPolicyNumber === null ? [] : await findPolicies([previousPolicyNumber])
  return previous
}

const claimsWords = (claims: ClaimsLastYear): string => (claims === 'unknown' ? '待核实' : `${claims} 次`)

function policyFacts(policy: Policy, previous: Policy | null, terms: Terms): EvidenceLine[] {
  const branch = terms.branches.find(({ branchCode }) => branchCode === policy.branchCode)
  return [
    { label: '保单状态', value: policy.state === 'in-force' ? '有效' : '已退保' },
    { label: '业务类型', value: kinds[policy.businessKind] },
    { label: '出单时间', value: formatInstant(policy.issuedAt) },
    {
      label: '保险期间',
      value: `${formatDay(policy.coverStartsOn, true)}至 ${formatDay(policy.coverEndsOn, true)}`,
    },
    { label: '商业险保费', value: formatFen(policy.commercialPremiumFen) },
    { label: '上年出险', value: claimsWords(claimsBefore(policy, previous)) },
    { label: '本期出险', value: claimsWords(policy.claimsSoFar ?? 'unknown') },
    { label: '忠诚度等级', value: policy.loyaltyGrade ?? '核心系统没有给出' },
    { label: '出单网点', value: branch?.name ?? policy.branchCode },
  ]
}

/** What became of an entry so far, the latest first; `nameOf` tells a staff account's name. */
export function historyOf({ history, status, lookedAt }: Benefit, nameOf: (account: string) => string) {
  const by = (account: string) => (account === BY_SYSTEM ? '系统' : nameOf(account))
  const steps = [...history, status].map((step) => stepOf(step, by))
  const looked = lookedAt
    ? [
        {
          status: status.kind,
          at: lookedAt.at,
          by: by(lookedAt.by),
          why: `${lookedAt.question}；核对后不变：${lookedAt.why}`,
        },
      ]
    : []
  return [...steps, ...looked].sort((a, b) => b.at - a.at)
}

function stepOf(step: BenefitStatus, by: (account: string) => string) {
  if (step.kind !== 'pending') return { status: step.kind, at: step.at, by: by(step.by), why: step.why }
  return {
    status: step.kind,
    at: step.since,
    by: by(step.reopened?.by ?? BY_SYSTEM),
    why: step.reopened?.why ?? null,
  }
}
