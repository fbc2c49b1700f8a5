import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useBankAccount } from '@/cloud/bank-account'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { AccountForm } from '../AccountForm'
import { KeptAccount } from '../KeptAccount'

const bindFirst = {
  text: '绑定保单',
  onClick: () => Taro.navigateTo({ url: '/packages/binding/pages/index' }),
}

/** 收款账户: where cash rebates go. Named once, shown masked, changed only with the phone proven again. */
export default function BankAccountPage() {
  const { reading, reload } = useBankAccount()
  const [changing, setChanging] = useState(false)
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[200, 160, 48]} />
      </Page>
    )
  }
  if (reading.status === 'failed') {
    return (
      <Page>
        <FailureState failure={reading.failure} onRetry={reload} ways={{ 'not-bound': bindFirst }} />
      </Page>
    )
  }
  const { account, holderName, consentText } = reading.data
  const saved = () => {
    setChanging(false)
    reload()
  }
  return (
    <Page>
      {account && !changing ? (
        <KeptAccount account={account} stale={reading.stale} onChange={() => setChanging(true)} onRemoved={reload} />
      ) : (
        <AccountForm
          holderName={holderName}
          consentText={consentText}
          replaces={account !== null}
          onSaved={saved}
          {...(account !== null && { onCancel: () => setChanging(false) })}
        />
      )}
    </Page>
  )
}
