import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { day, formatDay, formatInstant } from '#values/days'
import { askForDeletion, type Deletion, type MyData } from '@/cloud/my-data'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Consent } from '@/components/Consent'
import { Notes } from '@/components/Notes'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import './DeletionRequest.scss'

interface DeletionRequestProps {
  deletion: MyData['deletion']
  onRequested: () => void
}

/** Asks for deletion, less what the law keeps; says what goes at once and what stays until when. */
export function DeletionRequest({ deletion, onRequested }: DeletionRequestProps) {
  const [asking, setAsking] = useState(false)
  const [understood, setUnderstood] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState<Deletion | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (!understood) return setProblem('请先确认')
    setBusy(true)
    const result = await askForDeletion()
    setBusy(false)
    setAsking(false)
    if (result.ok) {
      setDone(result.data)
      onRequested()
    } else setFailure(result.message)
  }
  if (deletion) {
    return (
      <Card title="删除信息">
        <Banner
          tone={deletion.state === 'done' ? 'good' : 'info'}
          text={
            deletion.state === 'done'
              ? `${formatInstant(deletion.requestedAt)} 申请的删除已完成。`
              : `${formatInstant(deletion.requestedAt)} 已申请，最晚 ${formatDay(day(deletion.dueOn), true)}（含当日）处理完。`
          }
        />
        {deletion.answer.length > 0 ? <Notes sentences={deletion.answer} /> : done && <Outcome done={done} />}
      </Card>
    )
  }
  return (
    <Card title="删除信息" note="您可以申请删除个人信息，法律要求留存的除外。">
      <PrimaryButton tone="quiet" onClick={() => setAsking(true)}>
        申请删除
      </PrimaryButton>
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      {done && <Outcome done={done} />}
      <View>
        <Sheet
          open={asking}
          title="申请删除我的信息"
          onClose={() => setAsking(false)}
          foot={
            <PrimaryButton onClick={send} disabled={busy}>
              {busy ? '正在提交' : '提交申请'}
            </PrimaryButton>
          }
        >
          <Notes
            sentences={[
              '绑定关系和收款账户会立即删除，之后不能在这里看到保单和优惠；正在打款的账户，有了结果再删。',
              '保单、领奖与财务记录按法律要求留存，到期后删除。',
              '还没有发放的返还需要重新绑定并填写账户后才能打款。',
            ]}
          />
          <Consent
            text="我已了解以上影响，申请删除。"
            given={understood}
            onChange={(given) => {
              setUnderstood(given)
              setProblem(null)
            }}
            error={problem}
          />
        </Sheet>
      </View>
    </Card>
  )
}

function Outcome({ done: { deletedNow, keptUntil } }: { done: Deletion }) {
  return (
    <View className="deletion-request__outcome">
      <Text className="deletion-request__title">已删除</Text>
      <Notes sentences={deletedNow.length > 0 ? deletedNow : ['没有可以立即删除的信息。']} />
      {keptUntil.length > 0 && (
        <>
          <Text className="deletion-request__title">留存</Text>
          <Notes sentences={keptUntil} />
        </>
      )}
    </View>
  )
}
