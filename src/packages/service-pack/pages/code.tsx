import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { formatInstant } from '#values/days'
import { brighten } from '@/cloud/platform'
import { type Voucher, voucherNow } from '@/cloud/service-pack'
import { Card } from '@/components/Card'
import { DoneState } from '@/components/DoneState'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Skeleton } from '@/components/Skeleton'
import { CodeCard } from '../CodeCard'
import { useShownCode } from '../use-shown-code'

/** 出示券码: shown at the counter, valid for a short while; the page sees by itself that it was redeemed. */
export default function VoucherCode() {
  const voucherId = useRouter<{ voucher?: string }>().params.voucher ?? ''
  const [voucher, setVoucher] = useState<Voucher | null>(null)
  const [redeemed, setRedeemed] = useState<Voucher['history'][number] | null>(null)
  const { shown, renew } = useShownCode(voucherId)
  useBrightScreen()
  useEveryFewSeconds(
    useCallback(async () => {
      const result = await voucherNow(voucherId)
      if (!result.ok) return
      setVoucher((before) => {
        const latest = newestUse(result.data)
        if (before && latest && result.data.history.length > before.history.length) setRedeemed(latest)
        return before ?? result.data
      })
    }, [voucherId]),
    shown.status !== 'failed' && redeemed === null,
  )

  if (redeemed) {
    return (
      <Page>
        <DoneState title="已核销" sentence={`${redeemed.item}，${redeemed.where}，${formatInstant(redeemed.at)}。`}>
          <PrimaryButton onClick={() => Taro.navigateBack()}>返回服务礼包</PrimaryButton>
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
        <CodeCard code={shown.code} left={shown.left} voucher={voucher} onRenew={renew} />
      </Card>
    </Page>
  )
}

const newestUse = ({ history }: Voucher) =>
  history.reduce<Voucher['history'][number] | null>((last, use) => (last && last.at > use.at ? last : use), null)

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
