import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { canScan, scanCode } from '@/cloud/platform'
import { codeProblem } from '@/cloud/service-pack'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { PrimaryButton } from '@/components/PrimaryButton'
import { TextField } from '@/components/TextField'
import { type Found, find as findBehind } from './found'
import './FindByCode.scss'

interface FindByCodeProps {
  /** The branch or workshop that redeems. */
  where: string
  onFound: (code: string, found: Found) => void
}

/** Scan what the customer shows, or type it: a voucher, a prize, or who they are. Looking it up changes nothing. */
export function FindByCode({ where, onFound }: FindByCodeProps) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const find = async (typed: string) => {
    const plain = typed.replace(/\s/g, '').toUpperCase()
    const mistake = codeProblem(plain)
    setProblem(mistake)
    setFailure(null)
    if (mistake !== null) return
    setBusy(true)
    const result = await findBehind(plain)
    setBusy(false)
    if (result.ok) onFound(plain, result.data)
    else setFailure(result.message)
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned === null) return
    setCode(scanned)
    await find(scanned)
  }

  return (
    <Card title="扫码办理">
      <Text className="find-by-code__where">{`办理记到：${where}`}</Text>
      {canScan && (
        <View className="find-by-code__scan">
          <PrimaryButton onClick={scan} disabled={busy}>
            扫描客户出示的码
          </PrimaryButton>
        </View>
      )}
      <TextField
        label="12 位号码"
        value={code}
        onChange={setCode}
        maxLength={14}
        placeholder="扫不了时输入"
        hint="号码在客户手机的二维码下方。"
        error={problem}
      />
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="find-by-code__look-up">
        <PrimaryButton tone={canScan ? 'quiet' : 'main'} onClick={() => find(code)} disabled={busy}>
          {busy ? '正在查询' : '查询'}
        </PrimaryButton>
      </View>
    </Card>
  )
}
