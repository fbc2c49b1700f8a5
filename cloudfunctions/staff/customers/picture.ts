import type { CustomerPicture } from '#contract/customers'
import type { Benefit, PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import { isTheirs, mayUnmask } from '#rules/customer-data/may-see'
import { findBankAccount } from '#store/bank-accounts'
import { listPolicyBenefitsOf, listPrizeBenefitsOf } from '#store/benefits'
import { listBindingsOf } from '#store/bindings'
import { findDeletionRequest } from '#store/deletion-requests'
import { findDrawBookOf } from '#store/draw-books'
import { listLeadsOf } from '#store/leads'
import { findHolder, listPoliciesOfHolder, listVehicles } from '#store/policy-book'
import type { StaffMember } from '#store/staff'
import { listAccesses } from '#store/unmasking'
import { vehicleTypes } from '#values/vehicle-words'
import { titleOf } from '../review/shown-review'
import type { CustomerKey } from './search'

const MOST_ACCESSES = 50

/** All that there is about a customer, masked; null for nobody, or for somebody of another branch. */
export async function pictureOf(
  terms: Terms,
  key: CustomerKey,
  staff: StaffMember,
  namesOfStaff: ReadonlyMap<string, string>,
): Promise<CustomerPicture | null> {
  const ofHolder = key.kind === 'holder' ? await gatherOfHolder(terms, key.holderId, staff) : null
  if (key.kind === 'holder' && !ofHolder) return null
  if (key.kind === 'account' && !isTheirs(staff, [])) return null
  const bindings = ofHolder?.bindings ?? []
  const accounts = key.kind === 'account' ? [key.account] : bindings.map(({ _id }) => _id)
  const ofAccounts = await Promise.all(accounts.map((account) => gatherOfAccount(terms, account)))
  const whose = key.kind === 'holder' ? key.holderId : key.account
  const accesses = await listAccesses([...new Set([whose, ...accounts])], MOST_ACCESSES)
  if (key.kind === 'account' && ofAccounts.every(isEmpty)) return null
  const branchName = (code: string) => terms.branches.find(({ branchCode }) => branchCode === code)?.name ?? code
  const deletion = ofAccounts.map((one) => one.deletion).find((one) => one !== null) ?? null
  return {
    customerId: whose,
    name: ofHolder?.holder.nameMask ?? null,
    phone: ofHolder?.holder.phoneMask ?? null,
    idNumber: ofHolder && staff.role !== 'branch' ? ofHolder.holder.idMask : null,
    bankAccount: ofHolder?.bank ? { bankName: ofHolder.bank.bankName, tail: ofHolder.bank.tail } : null,
    accounts: accounts.map((account) => ({
      account,
      boundAt: bindings.find(({ _id }) => _id === account)?.boundAt ?? null,
    })),
    vehicles: (ofHolder?.vehicles ?? []).map(({ _id, plateMask, vehicleType }) => ({
      vehicleId: _id,
      plate: plateMask,
      vehicleType: vehicleTypes[vehicleType],
    })),
    policies: (ofHolder?.policies ?? []).map((policy) => ({
      policyNumber: policy.policyNumber,
      plate: ofHolder?.vehicles.find(({ _id }) => _id === policy.vehicleId)?.plateMask ?? '',
      branchName: branchName(policy.branchCode),
      state: policy.state,
      coverStartsOn: policy.coverStartsOn,
      coverEndsOn: policy.coverEndsOn,
      commercialPremiumFen: policy.commercialPremiumFen,
    })),
    benefits: (ofHolder?.benefits ?? []).map((benefit) => shownBenefit(terms, benefit)),
    prizes: ofAccounts
      .flatMap(({ prizes }) => prizes)
      .map((benefit) => ({
        benefitId: benefit._id,
        name: titleOf(terms, benefit),
        status: benefit.status.kind,
        wonAt: benefit.grantedAt,
      })),
    draws: ofAccounts.reduce((sum, { book }) => sum + (book?.draws.length ?? 0), 0),
    leads: ofAccounts
      .flatMap(({ leads }) => leads)
      .map(({ bookedAt, branchCode, phoneMask }) => ({
        bookedAt,
        branchName: branchName(branchCode),
        phone: phoneMask,
      })),
    deletion: deletion && {
      account: deletion._id,
      requestedAt: deletion.requestedAt,
      dueOn: deletion.dueOn,
      done: deletion.state === 'done',
    },
    accesses: accesses.map(({ at, who, field, why }) => ({ at, who: namesOfStaff.get(who) ?? '客户本人', field, why })),
    mayUnmask: key.kind === 'holder' ? [...mayUnmask(staff.role)] : [],
  }
}

/** What is of a policyholder, for somebody of a branch what is of that branch. */
async function gatherOfHolder(terms: Terms, holderId: string, staff: StaffMember) {
  const holder = await findHolder(holderId)
  if (!holder) return null
  const [all, ledger, bank, bindings] = await Promise.all([
    listPoliciesOfHolder(holderId),
    listPolicyBenefitsOf(terms.campaignId, holderId),
    findBankAccount(holderId),
    listBindingsOf(holderId),
  ])
  const branches = all.map(({ branchCode }) => branchCode)
  if (!isTheirs(staff, branches)) return null
  const own = <Of extends { branchCode: string }>(items: readonly Of[]): Of[] =>
    items.filter(({ branchCode }) => isTheirs(staff, [branchCode]))
  const policies = own(all).sort((a, b) => b.coverStartsOn.localeCompare(a.coverStartsOn))
  const vehicles = await listVehicles([...new Set(policies.map(({ vehicleId }) => vehicleId))])
  return { holder, policies, vehicles, bank, bindings, benefits: own(ledger) }
}

async function gatherOfAccount(terms: Terms, account: string) {
  const { campaignId } = terms
  const [book, leads, deletion] = await Promise.all([
    findDrawBookOf(campaignId, account),
    listLeadsOf(account),
    findDeletionRequest(account),
  ])
  return { book, leads, deletion, prizes: book ? await listPrizeBenefitsOf(campaignId, book.pseudonym) : [] }
}

const isEmpty = ({ book, leads, deletion }: Awaited<ReturnType<typeof gatherOfAccount>>): boolean =>
  book === null && leads.length === 0 && deletion === null

const shownBenefit = (terms: Terms, benefit: PolicyBenefit) => ({
  benefitId: benefit._id,
  title: titleOf(terms, benefit satisfies Benefit),
  clause: benefit.clause,
  amountFen: benefit.amountFen,
  status: benefit.status.kind,
  dueOn: benefit.dueOn,
  grantedAt: benefit.grantedAt,
  statement: benefit.statement,
})
