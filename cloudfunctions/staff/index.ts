import { fileInput, openDoor } from '#pipeline/door'
import { appointStaff } from './handlers/appoint'
import { exportAudit } from './handlers/audit'
import { openConsole } from './handlers/console'
import { exportDay } from './handlers/export-day'
import { approveProposal, listProposals, refuseProposal, withdrawProposal } from './handlers/proposals'
import { publishCampaign } from './handlers/publish'
import { resealPage } from './handlers/reseal'
import { listRedemptions, lookUpVoucher, redeemVoucher } from './handlers/service-pack'
import { listStaff, proposeStaffChange } from './handlers/staff'
import { listSwitches, startSwitch, stopSwitch } from './handlers/switches'

/**
 * The campaign team's door. Branch and workshop people pass it from the mini-program, by their role; everything else only
 * tools with the environment's own credentials.
 */
export const main = openDoor(
  [
    ...[openConsole],
    ...[publishCampaign, exportDay, resealPage, appointStaff, exportAudit],
    ...[listStaff, proposeStaffChange],
    ...[listProposals, approveProposal, refuseProposal, withdrawProposal],
    ...[listSwitches, stopSwitch, startSwitch],
    ...[lookUpVoucher, redeemVoucher, listRedemptions],
  ],
  fileInput,
)
