export type { CodeOnShow, ShownCodeKind } from '#contract/shown-code'
export { kindOfCode } from '#contract/shown-code'
