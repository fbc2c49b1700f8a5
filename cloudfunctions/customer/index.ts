import { openDoor } from '#pipeline/door'
import { chooseWechatPurse, readBankAccount, saveBankAccount, takeBankAccountBack } from './handlers/bank-account'
import { bindPolicy, sendBindingCode, unbindAccount } from './handlers/binding'
import { readRules } from './handlers/campaign'
import { showCustomerCode } from './handlers/customer-code'
import { makePoster, reportShare, reportVisit } from './handlers/draw-chances'
import { listMyDraws, readFairness } from './handlers/fairness'
import { reportHealth } from './handlers/health'
import { acceptInvitation, openInvitation } from './handlers/invitation'
import { bookVisit, listBranches } from './handlers/leads'
import { copyMyData, readMyData, requestDeletion } from './handlers/my-data'
import { acceptMessages, dismissNotice } from './handlers/notices'
import { openOffers } from './handlers/offers'
import { openDrawPage } from './handlers/open-draw-page'
import { readPrizeState, showPrizeCode } from './handlers/prize-code'
import { openCollection, saveCollectionDraft, submitCollection } from './handlers/prize-collection'
import { draw } from './handlers/prize-draw'
import { listMyPrizes } from './handlers/prizes'
import { quotePremium } from './handlers/quote'
import { chooseReward, makeReferralPoster, openReferral } from './handlers/referral'
import { listVouchers, readVoucher, showVoucherCode } from './handlers/service-pack'
import { listTransfers } from './handlers/transfers'

/** The customers' door: called from the mini-program. */
export const main = openDoor([
  readRules,
  openDrawPage,
  draw,
  reportShare,
  reportVisit,
  makePoster,
  listMyDraws,
  listMyPrizes,
  openCollection,
  saveCollectionDraft,
  submitCollection,
  showPrizeCode,
  readPrizeState,
  acceptMessages,
  dismissNotice,
  showCustomerCode,
  readFairness,
  reportHealth,
  openOffers,
  quotePremium,
  listBranches,
  bookVisit,
  openReferral,
  makeReferralPoster,
  chooseReward,
  openInvitation,
  acceptInvitation,
  listVouchers,
  readVoucher,
  showVoucherCode,
  sendBindingCode,
  bindPolicy,
  unbindAccount,
  readBankAccount,
  saveBankAccount,
  chooseWechatPurse,
  takeBankAccountBack,
  listTransfers,
  readMyData,
  copyMyData,
  requestDeletion,
])
