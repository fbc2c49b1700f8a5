import { useState } from 'react'
import { listBenefits } from '#contract/benefits'
import { decideReviews, listReviews, type ReviewItem, readReview, takeBackReviews } from '#contract/review'
import type { Result } from '../../cloud/call'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import type { Verdict } from './DecideDialog'
import { outcomeWords, takeBackWords, undoneText } from './outcome-words'

/** What was just decided and can be taken back. */
interface Decided {
  said: string
  items: { benefitId: string; version: number }[]
}

/** Deciding and taking back, with what has to be said of it. */
export function useDecisions() {
  const changed = [listReviews, readReview, listBenefits]
  const { act: decide, acting } = useActing(decideReviews, changed)
  const { act: takeBack } = useActing(takeBackReviews, changed)
  const [decided, setDecided] = useState<Decided | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async (items: readonly ReviewItem[], verdict: Verdict, reason: string): Promise<Result<unknown>> => {
    const chosen = items.map(({ benefitId, version }) => ({ benefitId, version }))
    const result = await decide({ items: chosen, verdict, reason, requestKey: newRequestKey() })
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
        : {
            said: `已${verdict === 'approve' ? '通过' : '驳回'} ${done.length} 笔`,
            items: done.map(({ benefitId, version }) => ({ benefitId, version })),
          },
    )
    return result
  }
  const undo = async () => {
    if (!decided) return
    setDecided(null)
    const result = await takeBack({ items: decided.items, requestKey: newRequestKey() })
    setProblem(result.ok ? undoneText(result.data.outcomes, takeBackWords) : result.message)
  }
  return { run, undo, acting, decided, forget: () => setDecided(null), problem, dismiss: () => setProblem(null) }
}
