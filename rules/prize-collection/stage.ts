import type { BenefitStatus } from '../benefit/benefit'
import type { CollectionStep } from './filling'

/** How far a prize is on its way to its winner. */
export type CollectionStage =
  | 'not-open'
  | 'to-fill'
  | 'returned'
  | 'submitted'
  | 'verified'
  | 'code-coming'
  | 'handed-over'
  | 'expired'
  | 'refused'

interface StageFacts {
  status: BenefitStatus['kind']
  /** Null while nothing has been filled in. */
  step: CollectionStep | null
  /** It comes as a code: nothing is sent or fetched. */
  byCode: boolean
  /** Whether the details can be filled in already. */
  opened: boolean
}

/** The ledger decides; where it waits for the winner, the winner's details do. */
export function stageOf({ status, step, byCode, opened }: StageFacts): CollectionStage {
  switch (status) {
    case 'fulfilled':
      return 'handed-over'
    case 'expired':
      return 'expired'
    case 'refused':
    case 'clawed-back':
      return 'refused'
    case 'approved':
      return byCode ? 'code-coming' : 'verified'
    case 'pending':
      if (step === 'submitted' || step === 'returned') return step
      return opened ? 'to-fill' : 'not-open'
  }
}
