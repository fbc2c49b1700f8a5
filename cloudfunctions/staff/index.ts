import type { Reply } from '#contract/envelope'
import { isPage } from '#pipeline/caller'
import { openConsoleDoor } from '#pipeline/console-door'
import { fileInput, openDoor } from '#pipeline/door'
import { type HttpAnswer, httpRequestOf } from '#pipeline/http'
import { readCaller } from '#store/cloud'
import { appointStaff } from './handlers/appoint'
import { checkAudit, exportAudit, searchAudit } from './handlers/audit'
import { listBenefits, readBenefit, sumBenefits } from './handlers/benefits'
import { openConsole } from './handlers/console'
import { beginLogin, confirmLogin, lookAtLogin, pollLogin, refuseLogin } from './handlers/console-login'
import { leaveConsole, listSessions, revokeSession, revokeSessions } from './handlers/console-sessions'
import { uploadCodes } from './handlers/coupon-codes'
import { lookUpCustomer } from './handlers/customer-code'
import { findCustomers, readCustomer, unmaskField } from './handlers/customers'
import { readBudget, readDaily } from './handlers/daily'
import { listDeletions, proposeDeletion } from './handlers/deletions'
import { exportDay } from './handlers/export-day'
import { beginExport } from './handlers/exports'
import { handOverGift, undoGiftHandOver } from './handlers/gift-counter'
import { listGifts } from './handlers/gift-lists'
import { listLeads, noteCall, revealLead } from './handlers/leads'
import { readOverview } from './handlers/overview'
import { failPayoutLine } from './handlers/payout-fail-line'
import { approvePayout, cancelPayout, downloadPayoutFile, releasePayout } from './handlers/payout-release'
import { importPayoutResults } from './handlers/payout-results'
import { buildPayout, listPayouts, previewPayout, readPayout } from './handlers/payouts'
import { importPolicies } from './handlers/policy-import'
import { handOverPrize, listHandOvers, lookUpPrize, undoHandOver } from './handlers/prize-counter'
import { revealCollection, sendBackCollection } from './handlers/prize-details'
import { listPrizeItems } from './handlers/prize-lists'
import { readPrizeOverview } from './handlers/prize-overview'
import { exportShippingList, sendPrize, sendPrizes } from './handlers/prize-sending'
import { approveProposal, listProposals, refuseProposal, withdrawProposal } from './handlers/proposals'
import { publishCampaign } from './handlers/publish'
import { listReferrals } from './handlers/referrals'
import { resealPage } from './handlers/reseal'
import { listOwnDecisions, listReviews, previewReviews, readReview } from './handlers/review'
import { decideReviews, takeBackReviews } from './handlers/review-decisions'
import { listRedemptions, lookUpVoucher, redeemVoucher } from './handlers/service-pack'
import { listStaff, proposeStaffChange } from './handlers/staff'
import { listSwitches, startSwitch, stopSwitch } from './handlers/switches'
import { changeTerms, checkTerms, compareVersions, readTerms } from './handlers/terms'

/** Tools with the environment's own credentials. */
const forTools = [publishCampaign, exportDay, resealPage, appointStaff, exportAudit]

/** Staff in the mini-program, by their role: at a counter, or confirming a login. */
const forPhones = [
  ...[lookUpVoucher, redeemVoucher, listRedemptions],
  ...[lookUpPrize, handOverPrize, listHandOvers, lookUpCustomer, handOverGift],
  ...[lookAtLogin, confirmLogin, refuseLogin],
]

/** A browser that nobody has logged in with yet. */
const forLogin = [beginLogin, pollLogin]

/** Staff in the console, by their role. The mini-program may ask the same. */
const forDesks = [
  ...[openConsole, readOverview, beginExport, listReferrals],
  ...[listStaff, proposeStaffChange, searchAudit, checkAudit],
  ...[listBenefits, readBenefit, sumBenefits, readDaily, readBudget],
  ...[listProposals, approveProposal, refuseProposal, withdrawProposal],
  ...[readTerms, compareVersions, checkTerms, changeTerms],
  ...[findCustomers, readCustomer, unmaskField, listDeletions, proposeDeletion],
  ...[listSwitches, stopSwitch, startSwitch],
  ...[listPayouts, previewPayout, buildPayout, readPayout],
  ...[approvePayout, cancelPayout, releasePayout, downloadPayoutFile, importPayoutResults, failPayoutLine],
  ...[listReviews, readReview, listOwnDecisions, previewReviews, decideReviews, takeBackReviews],
  ...[listPrizeItems, readPrizeOverview, revealCollection, sendBackCollection],
  ...[sendPrize, sendPrizes, exportShippingList, uploadCodes, undoHandOver],
  ...[listGifts, undoGiftHandOver],
  ...[listLeads, revealLead, noteCall],
  importPolicies,
  ...[listSessions, revokeSession, revokeSessions, leaveConsole],
]

const answerPlatform = openDoor([...forTools, ...forPhones, ...forDesks], fileInput)
const answerBrowser = openConsoleDoor([...forLogin, ...forDesks])

/**
 * The campaign team's door: by WeChat's platform for phones and tools, by HTTP access for the console. What came by HTTP is
 * always the console's, and never a tool's: a page that dresses its call up as HTTP gets no further than a browser does.
 */
export async function main(event: unknown, context?: { request_id?: string }): Promise<Reply<unknown> | HttpAnswer> {
  const request = isPage(readCaller()) ? null : httpRequestOf(event)
  return request ? answerBrowser(request, context?.request_id) : answerPlatform(event, context)
}
