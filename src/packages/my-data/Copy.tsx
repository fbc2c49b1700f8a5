import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { copyOfMyData } from '@/cloud/my-data'
import { copyText } from '@/cloud/platform'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { CopyButton } from '@/components/CopyButton'
import { PrimaryButton } from '@/components/PrimaryButton'
import './Copy.scss'

/** A copy of everything about me, as text to keep. Asked for once a day: it shows clear data. */
export function Copy() {
  const [text, setText] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const fetchCopy = async () => {
    setBusy(true)
    setFailure(null)
    const result = await copyOfMyData()
    setBusy(false)
    if (result.ok) setText(result.data.text)
    else setFailure(result.message)
  }
  return (
    <Card title="取得副本" note="包含未遮挡的完整信息，请在身边没有他人时查看。">
      {text === null ? (
        <PrimaryButton tone="quiet" onClick={fetchCopy} disabled={busy}>
          {busy ? '正在生成' : '生成我的信息副本'}
        </PrimaryButton>
      ) : (
        <View>
          <Text className="copy__text" selectable userSelect>
            {text}
          </Text>
          <CopyButton text="复制全文" onCopy={() => copyText(text)} />
        </View>
      )}
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
    </Card>
  )
}
