import type { OutputOf } from '#contract/operation'
import { listTransfers } from '#contract/transfers'
import { useReading } from './use-reading'

export type Transfer = OutputOf<typeof listTransfers>['transfers'][number]

/** Money that waits for whoever looks to confirm it in WeChat. */
export const useTransfers = () => useReading(listTransfers, {})
