import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../page-api/operations'
import { ask } from './ask'

type Pulse = OutputOf<'pulse'>
export type Part = keyof Pulse['revisions']

interface CloudState {
  /** The last pulse; absent before the first. */
  pulse: Pulse | undefined
  /** When it came, by this machine's clock: the cloud's time goes on from there. */
  pulseAt: number
  /** The cloud does not answer at the moment. */
  lost: boolean
  /** Whether what is shown follows what happens. */
  live: boolean
  setLive(live: boolean): void
  /** The part's revision that is to be shown. */
  revisionOf(part: Part): number
}

const EVERY_MS = 1000
const Cloud = createContext<CloudState | undefined>(undefined)

/** Asks the cloud's pulse every second, for all of the page. */
export function CloudPulse({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const {
    data: pulse,
    dataUpdatedAt,
    failureCount,
    isError,
  } = useQuery({
    queryKey: ['pulse'],
    queryFn: () => ask('pulse', {}),
    refetchInterval: EVERY_MS,
    retry: false,
  })
  const [live, setLive] = useState(true)
  const shown = useRef<Pulse['revisions']>(undefined)
  if (pulse !== undefined && (live || shown.current === undefined)) shown.current = pulse.revisions
  const startedAt = pulse?.startedAt
  const known = useRef(startedAt)
  useEffect(() => {
    // Another cloud answers now: nothing that was shown of the one before is true any more.
    if (known.current !== undefined && known.current !== startedAt) void client.invalidateQueries()
    known.current = startedAt
  }, [client, startedAt])
  const state: CloudState = {
    pulse,
    pulseAt: dataUpdatedAt,
    lost: isError || failureCount > 0,
    live,
    setLive,
    revisionOf: (part) => shown.current?.[part] ?? 0,
  }
  return <Cloud.Provider value={state}>{children}</Cloud.Provider>
}

export function useCloud(): CloudState {
  const cloud = useContext(Cloud)
  if (cloud === undefined) throw new Error('useCloud outside CloudPulse')
  return cloud
}

/** The cloud's time, going on every second. */
export function useCloudTime(): number | undefined {
  const { pulse, pulseAt } = useCloud()
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 500)
    return () => clearInterval(timer)
  }, [])
  return pulse === undefined ? undefined : pulse.now + Math.max(0, Date.now() - pulseAt)
}
