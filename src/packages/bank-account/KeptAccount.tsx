import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { formatInstant } from '#values/days'
import { type BankAccount, type BankAccountView, removeAccount } from '@/cloud/bank-account'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import { StaleMark } from '@/components/StaleMark'
import { TellWhenPaid } from './TellWhenPaid'
import './KeptAccount.scss'

interface KeptAccountProps {
  account: BankAccount
  messages: BankAccountView['messages']
  stale: boolean
  /** Of the way to change it: `quiet` beside something more urgent. */
  tone: 'main' | 'quiet'
  onChange: () => void
  onRemoved: () => void
}

interface Words {
  number: (tail: string) => string
  deed: string
  button: string
  title: string
  taken: string
}

const words: Readonly<Record<BankAccount['way'], Words>> = {
  'bank-file': {
    number: (tail) => `•••• ${tail}`,
    deed: '删除',
    button: '删除账户',
    title: '删除收款账户？',
    taken: '账户信息和您的同意会一并撤回。',
  },
  'wechat-transfer': {
    number: () => '打款后在微信里确认收款',
    deed: '撤回',
    button: '撤回选择和同意',
    title: '撤回微信零钱？',
    taken: '您的选择和同意会一并撤回，姓名不再提供给微信支付。',
  },
}

/** The account as it is kept, masked; the ways to change it and to take it back. */
export function KeptAccount({ account, messages, stale, tone, onChange, onRemoved }: KeptAccountProps) {
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { number, deed, button, title, taken } = words[account.way]
  const remove = async () => {
    setBusy(true)
    const result = await removeAccount()
    setBusy(false)
    setAsking(false)
    if (result.ok) onRemoved()
    else setFailure(result.message)
  }
  return (
    <View>
      <View className="kept-account">
        <View className="kept-account__head">
          <Text className="kept-account__bank">{account.bankName}</Text>
          <StaleMark stale={stale} />
        </View>
        <Text className="kept-account__number">{number(account.tail)}</Text>
        <View className="kept-account__foot">
          <Text>{account.holderName}</Text>
          <Text>{`${formatInstant(account.savedAt).slice(0, 10)} 保存`}</Text>
        </View>
      </View>
      <View>{account.hindrance !== null && <Banner tone="warn" text={account.hindrance} />}</View>
      <Card title="用于现金返还和奖励">
        <Text className="kept-account__words">
          现金返还和推荐奖励审核通过后打到这个账户，到账日期以“优惠”和“推荐有礼”里每一项写明的为准。
        </Text>
        <TellWhenPaid messages={messages} />
        <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
        <View className="kept-account__actions">
          <PrimaryButton tone={tone} onClick={onChange}>
            更换账户
          </PrimaryButton>
          <PrimaryButton tone="quiet" onClick={() => setAsking(true)}>
            {button}
          </PrimaryButton>
        </View>
      </Card>
      <View>
        <Sheet
          open={asking}
          title={title}
          onClose={() => setAsking(false)}
          foot={
            <View className="kept-account__actions">
              <PrimaryButton onClick={remove} disabled={busy}>
                {busy ? `正在${deed}` : `确认${deed}`}
              </PrimaryButton>
              <PrimaryButton tone="quiet" onClick={() => setAsking(false)} disabled={busy}>
                保留
              </PrimaryButton>
            </View>
          }
        >
          <Text className="kept-account__words">
            {`${taken}还没有打款的返还和奖励会保留，等您重新填写账户后再打款；重新填写要验证投保时的手机号。`}
          </Text>
        </Sheet>
      </View>
    </View>
  )
}
