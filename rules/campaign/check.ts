import * as v from 'valibot'
import { checks } from './checks/all'
import type { TermsDraft } from './file/draft'
import type { CampaignProblem } from './file/problem'
import { FileReader } from './file/read'
import { Reading } from './file/reading'
import { parseSource } from './file/source'
import { type Terms, termsSchema } from './terms'

export type { CampaignProblem } from './file/problem'
export type CampaignCheck = { ok: true; terms: Terms } | { ok: false; problems: CampaignProblem[] }

/**
 * Reads a campaign file (YAML) and checks all of it in one pass: nothing open, nothing unknown, nothing contradictory.
 * `file` is only the name shown in the problems, which come in the order of the lines.
 */
export function checkCampaignFile(text: string, file: string): CampaignCheck {
  const reading = new Reading(file)
  const { root, lineOf } = parseSource(text, reading)
  // The reader keeps only values that are valid by the schema, and undefined elsewhere: that is what a draft is.
  const draft = new FileReader(reading, lineOf).read(termsSchema, root, []) as TermsDraft
  if (draft) for (const check of checks) check(draft, reading.report)
  if (reading.problems.length > 0) return { ok: false, problems: reading.sorted() }
  return { ok: true, terms: v.parse(termsSchema, draft) }
}
