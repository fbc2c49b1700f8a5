import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

type Check = (draft: NonNullable<TermsDraft>, report: Report) => void

export const checks: readonly Check[] = []
