/** The campaign file that `npm start` publishes. */
export const demoCampaign = 'campaigns/demo.yaml'

/** The day on which the demonstration opens. */
export const demoDay = '2026-09-08'
