import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { brighten } from '@/cloud/platform'
import { Card } from '@/components/Card'
import { DoneState } from '@/components/DoneState'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Skeleton } from '@/components/Skeleton'
import { CodeCard } from '../CodeCard'
import { type CodeFacts, type CodeParams, sourceOf } from '../code-source'
import { useShownCode } from '../use-shown-code'

/** 出示券码: of a voucher, a prize or oneself. Valid for a short while; the page sees by itself that it was used. */
export default function ShownCodePage() {
  const { params } = useRouter<CodeParams & Record<string, string>>()
  const [source] = useState(() => sourceOf(params))
  const [facts, setFacts] = useState<CodeFacts | null>(null)
  const [used, setUsed] = useState<CodeFacts['uses'][number] | null>(null)
  const { shown, renew } = useShownCode(source.ask)
  useBrightScreen()
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: source.pageTitle })
  }, [source])
  useEveryFewSeconds(
    useCallback(async () => {
      const now = await source.facts?.()
      if (!now) return
      setFacts((before) => {
        const latest = newestUse(now)
        if (before && latest && now.uses.length > before.uses.length) setUsed(latest)
        return before ?? now
      })
    }, [source]),
    source.facts !== null && shown.status !== 'failed' && used === null,
  )

  if (used) {
    return (
      <Page>
        <DoneState title={source.done} sentence={used.words}>
          <PrimaryButton onClick={() => Taro.navigateBack()}>{source.back}</PrimaryButton>
        </DoneState>
      </Page>
    )
  }
  if (shown.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[460]} />
      </Page>
    )
  }
  if (shown.status === 'failed') {
    return (
      <Page>
        <FailureState failure={shown.failure} onRetry={renew} />
      </Page>
    )
  }
  return (
    <Page>
      <Card>
        <CodeCard
          code={shown.code}
          left={shown.left}
          title={facts?.title ?? source.title}
          detail={facts?.detail ?? '请向工作人员出示'}
          onRenew={renew}
        />
      </Card>
    </Page>
  )
}

const newestUse = ({ uses }: CodeFacts) =>
  uses.reduce<CodeFacts['uses'][number] | null>((last, use) => (last && last.at > use.at ? last : use), null)

function useBrightScreen(): void {
  useEffect(() => {
    const dim = brighten()
    return () => void dim.then((back) => back())
  }, [])
}

const FEW_SECONDS = 3_000

/** At once, then again some seconds after each answer, as long as the page is open and `going`. */
function useEveryFewSeconds(ask: () => Promise<void>, going: boolean): void {
  useEffect(() => {
    if (!going) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const next = async () => {
      await ask()
      if (!over) timer = setTimeout(next, FEW_SECONDS)
    }
    void next()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [ask, going])
}
