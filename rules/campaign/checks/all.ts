import { checkApprovers } from './approvers'
import { checkBudget } from './budget'
import { checkClaimFree } from './claim-free'
import { checkCollection } from './collection'
import { checkComplete } from './complete'
import { checkDates } from './dates'
import { checkDemonstration } from './demonstration'
import { checkOdds } from './odds'
import { checkPrizes } from './prizes'
import { checkRating } from './rating'
import { checkReferral } from './referral'
import { checkRenewal } from './renewal'
import { checkRisk } from './risk'
import { checkStacking } from './stacking'
import { checkTiers } from './tiers'
import { checkUnique } from './unique'
import { checkWorkingDays } from './working-days'

/** Every check beyond single fields. Each looks at what is there and is silent about what is missing. */
export const checks = [
  checkDates,
  checkWorkingDays,
  checkOdds,
  checkPrizes,
  checkCollection,
  checkApprovers,
  checkTiers,
  checkRating,
  checkStacking,
  checkClaimFree,
  checkReferral,
  checkRisk,
  checkRenewal,
  checkUnique,
  checkComplete,
  checkBudget,
  checkDemonstration,
] as const
