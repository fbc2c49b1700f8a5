import { useState } from 'react'
import { listBenefits } from '#contract/benefits'
import {
  decideReviews,
  listOwnDecisions,
  listReviews,
  type ReviewItem,
  readReview,
  takeBackReviews,
} from '#contract/review'
import type { Result } from '../../cloud/call'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import type { Verdict } from './DecideDialog'
import { outcomeWords, takeBackWords, undoneText } from './outcome-words'

/** One as it was read. */
type Chosen = Pick<ReviewItem, 'benefitId' | 'version'>

/** What was just decided and can be taken back. */
interface Decided {
  said: string
  items: Chosen[]
}

const chosenOf = (items: readonly Chosen[]): Chosen[] => items.map(({ benefitId, version }) => ({ benefitId, version }))

/** Deciding and taking back, with what has to be said of it. */
export function useDecisions() {
  const changed = [listReviews, readReview, listOwnDecisions, listBenefits]
  const { act: decide, acting } = useActing(decideReviews, changed)
  const { act: askBack } = useActing(takeBackReviews, changed)
  const [decided, setDecided] = useState<Decided | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async (items: readonly ReviewItem[], verdict: Verdict, reason: string): Promise<Result<unknown>> => {
    const result = await decide({ items: chosenOf(items), verdict, reason, requestKey: newRequestKey() })
    if (!result.ok) {
      setProblem(result.message)
      return result
    }
    const { outcomes } = result.data
    const done = outcomes.filter(({ outcome }) => outcome === 'done')
    setProblem(undoneText(outcomes, outcomeWords))
    setDecided(
      done.length === 0
        ? null
        : { said: `已${verdict === 'approve' ? '通过' : '驳回'} ${done.length} 笔`, items: chosenOf(done) },
    )
    return result
  }
  /** Without a reason where it is taken back at once. */
  const takeBack = async (items: readonly Chosen[], reason?: string): Promise<Result<unknown>> => {
    setDecided(null)
    const said = reason === undefined ? {} : { reason }
    const result = await askBack({ items: chosenOf(items), ...said, requestKey: newRequestKey() })
    setProblem(result.ok ? undoneText(result.data.outcomes, takeBackWords) : result.message)
    return result
  }
  const dismiss = () => setProblem(null)
  return { run, takeBack, acting, decided, forget: () => setDecided(null), problem, dismiss }
}
