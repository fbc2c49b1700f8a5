/** One thing to mend in a campaign file. Lines and columns count from 1. */
export interface CampaignProblem {
  file: string
  line: number
  column: number
  /** Where in the file, in the file's own names: `prizeDraw.prizes[0].valueYuan`. */
  path: string
  /** The campaign plan's clause, where it has one. */
  clause: string | null
  /** What is wrong, and how to mend it; both Chinese sentences. */
  message: string
  remedy: string
}

/** Where a field of the terms stands in the file; a missing field has the place of what should hold it. */
export interface Place {
  line: number
  column: number
  path: string
  clause: string | null
}

/** A field of the terms, by the terms' own names: `['prizeDraw', 'prizes', 0, 'valueFen']`. */
export type TermsPath = readonly (string | number)[]

/** How a check reports: the field it points at, what is wrong, how to mend it. */
export type Report = (path: TermsPath, message: string, remedy: string) => void
