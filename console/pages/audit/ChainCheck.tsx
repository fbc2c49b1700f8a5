import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { checkAudit } from '#contract/audit-log'
import type { OutputOf } from '#contract/operation'
import { call, type Result } from '../../cloud/call'
import { StateTag } from '../../components/StateTag'
import './ChainCheck.css'

type Checked = OutputOf<typeof checkAudit>
type CheckState =
  | { kind: 'idle' }
  | { kind: 'running'; number: number }
  | { kind: 'checked'; checked: Checked }
  | { kind: 'failed'; message: string }

const reasons: Readonly<Record<NonNullable<Checked['broken']>['why'], string>> = {
  altered: '内容与校验值不符，被改动过',
  unlinked: '没有接在前一条之后，前一条被换过',
  missing: '不见了，被删除过',
}

/** Follows the whole chain from the first entry, some hundred at a time. */
async function checkAll(told: (state: CheckState) => void): Promise<void> {
  for (let from: Checked['last'] | null = null; ; ) {
    const result: Result<Checked> = await call(checkAudit, { from })
    if (!result.ok) return told({ kind: 'failed', message: result.message })
    if (result.data.done) return told({ kind: 'checked', checked: result.data })
    const last: Checked['last'] = result.data.last
    told({ kind: 'running', number: last.number })
    from = last
  }
}

/** Whether anybody has altered, exchanged or removed an entry, also past this console. */
export function ChainCheck() {
  const [state, setState] = useState<CheckState>({ kind: 'idle' })
  const start = () => {
    setState({ kind: 'running', number: 0 })
    void checkAll(setState)
  }
  return (
    <section className="chain-check" aria-label="完整性">
      <SafetyCertificateOutlined className="chain-check__mark" />
      <div className="chain-check__words" aria-live="polite">
        <Words state={state} />
      </div>
      <Button onClick={start} loading={state.kind === 'running'}>
        {state.kind === 'idle' ? '检查完整性' : '再检查一次'}
      </Button>
    </section>
  )
}

function Words({ state }: { state: CheckState }) {
  switch (state.kind) {
    case 'idle':
      return <p>每一条都含着前一条的校验值：改动、调换、删除任何一条，检查都会指出是第几条。</p>
    case 'running':
      return <p>正在检查，已到第 {state.number} 条……</p>
    case 'failed':
      return <p role="alert">{state.message}</p>
    case 'checked': {
      const { last, broken } = state.checked
      if (broken) {
        return (
          <p role="alert">
            <StateTag state={{ word: '不完整', tone: 'bad' }} /> 第 {broken.number} 条{reasons[broken.why]}；之前的{' '}
            {last.number} 条完整。
          </p>
        )
      }
      return (
        <>
          <p>
            <StateTag state={{ word: '完整', tone: 'good' }} /> 共 {last.number} 条，从第一条到最后一条前后相扣。
          </p>
          <p className="chain-check__hash">
            最后一条的校验值 <code>{last.hash}</code>
          </p>
        </>
      )
    }
    default:
      return state satisfies never
  }
}
