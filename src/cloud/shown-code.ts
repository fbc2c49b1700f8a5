export type { CodeOnShow } from '#contract/shown-code'
export { kindOfCode } from '#contract/shown-code'
