import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type BankAccount, useBankAccount } from '@/cloud/bank-account'
import { useTransfers } from '@/cloud/transfers'
import { Card } from '@/components/Card'
import { Choices } from '@/components/Choices'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { AccountForm } from '../AccountForm'
import { KeptAccount } from '../KeptAccount'
import { PurseForm } from '../PurseForm'
import { WaitingTransfers } from '../WaitingTransfers'

const bindFirst = {
  text: '绑定保单',
  onClick: () => Taro.navigateTo({ url: '/packages/binding/pages/index' }),
}

type Way = BankAccount['way']

const ways: readonly { value: Way; text: string }[] = [
  { value: 'bank-file', text: '银行储蓄卡' },
  { value: 'wechat-transfer', text: '微信零钱' },
]

/** 收款账户: where cash goes, in the bank or, if it can be chosen, in WeChat. Named once, any other only with the phone proven again. */
export default function BankAccountPage() {
  const { reading, reload } = useBankAccount()
  const { reading: waiting, reload: lookAgain } = useTransfers()
  const [changing, setChanging] = useState(false)
  const [chosen, setChosen] = useState<Way | null>(null)
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[200, 160, 48]} />
      </Page>
    )
  }
  const transfers = waiting.status === 'ready' ? waiting.data.transfers : []
  const toConfirm = transfers.length > 0 && <WaitingTransfers transfers={transfers} onAsked={lookAgain} />
  if (reading.status === 'failed') {
    return (
      <Page>
        {toConfirm}
        <FailureState failure={reading.failure} onRetry={reload} ways={{ 'not-bound': bindFirst }} />
      </Page>
    )
  }
  const { account, holderName, provesPhone, consentText, wechatConsentText, messages } = reading.data
  const way = wechatConsentText === null ? 'bank-file' : (chosen ?? account?.way ?? 'bank-file')
  const form = {
    holderName,
    proves: provesPhone,
    onSaved: () => {
      setChanging(false)
      reload()
    },
    ...(account !== null && { onCancel: () => setChanging(false) }),
  }
  if (account && !changing) {
    return (
      <Page>
        {toConfirm}
        <KeptAccount
          account={account}
          messages={messages}
          stale={reading.stale}
          tone={toConfirm ? 'quiet' : 'main'}
          onChange={() => setChanging(true)}
          onRemoved={reload}
        />
      </Page>
    )
  }
  return (
    <Page>
      {toConfirm}
      {wechatConsentText !== null && (
        <Card>
          <Choices label="收款方式" choices={ways} value={way} onChange={setChosen} />
        </Card>
      )}
      {way === 'wechat-transfer' && wechatConsentText !== null ? (
        <PurseForm {...form} consentText={wechatConsentText} />
      ) : (
        <AccountForm {...form} replaces={account !== null} consentText={consentText} />
      )}
    </Page>
  )
}
