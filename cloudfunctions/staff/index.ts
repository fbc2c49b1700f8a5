import { fileInput, openDoor } from '#pipeline/door'
import { exportDay } from './handlers/export-day'
import { publishCampaign } from './handlers/publish'

/** The campaign team's door. Until staff have roles, only tools with the environment's own credentials pass it. */
export const main = openDoor([publishCampaign, exportDay], fileInput)
