import { copyMyData, readMyData, requestDeletion } from '#contract/my-data'
import type { OutputOf } from '#contract/operation'
import { call } from './call'
import { useReading } from './use-reading'

export type MyData = OutputOf<typeof readMyData>
export type Deletion = OutputOf<typeof requestDeletion>

/** 我的信息: what is kept, why and until when, and who has looked at it. */
export const useMyData = () => useReading(readMyData, {})

/** A copy of everything. Asked once: copies are counted. */
export const copyOfMyData = () => call(copyMyData, {})

export const askForDeletion = () => call(requestDeletion, { understood: true })
