import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { buildPayout, listPayouts, type PayoutWay, previewPayout } from '#contract/payout'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import { useReading } from '../../cloud/use-reading'
import { MoneyText } from '../../components/MoneyText'
import { EmptyBlock, FailureBlock } from '../../components/StateBlock'
import { WaitingBlock } from '../../components/Waiting'
import { AgainNotice, AgainTag } from './Again'
import { Totals } from './Totals'
import { Ways } from './Ways'

/** What a batch built now would pay, before it is built. */
export function BuildDialog({ close, built }: { close: () => void; built: (batchId: string) => void }) {
  const [way, setWay] = useState<PayoutWay>('bank-file')
  const { reading, reload } = useReading(previewPayout, { way })
  const { act, acting } = useActing(buildPayout, [listPayouts, previewPayout])
  const [requestKey, setRequestKey] = useState(newRequestKey)
  const [problem, setProblem] = useState<string | null>(null)
  // What was asked for by one way is another batch by the other.
  const choose = (chosen: PayoutWay) => {
    setWay(chosen)
    setRequestKey(newRequestKey())
  }
  const preview = reading.status === 'ready' ? reading.data : null
  const fresh = reading.status === 'ready' && !reading.stale
  const build = async () => {
    const result = await act({ requestKey, way })
    if (result.ok) built(result.data.batch.batchId)
    else setProblem(result.message)
  }
  return (
    <Modal
      open
      width={720}
      title="编制打款批次"
      okText="编制"
      okButtonProps={{ disabled: !fresh || !preview || preview.totals.count === 0 }}
      cancelText="取消"
      confirmLoading={acting}
      onOk={() => void build()}
      onCancel={close}
      mask={{ closable: false }}
    >
      {reading.status === 'loading' && <WaitingBlock height={200} />}
      {reading.status === 'failed' && <FailureBlock failure={reading.failure} retry={reload} />}
      {preview && preview.ways.length > 1 && <Ways ways={preview.ways} way={way} choose={choose} />}
      {preview && preview.totals.count === 0 && <EmptyBlock sentence="现在没有可以打款的权益。" />}
      {preview && preview.totals.count > 0 && (
        <>
          <Totals {...preview.totals} />
          <p className="payouts__about">
            编制后要另外 {preview.needed} 位复核才能放行。{preview.more && '一个批次放不下，余下的进下一批。'}
          </p>
          <AgainNotice lines={preview.lines} />
          <table className="payouts__lines" aria-label="将要打款">
            <tbody>
              {preview.lines.map(({ benefitId, title, who, account, netFen, again }) => (
                <tr key={benefitId}>
                  <td>{who}</td>
                  <td>{title}</td>
                  <td>
                    {account} <AgainTag again={again} />
                  </td>
                  <td>
                    <MoneyText of={netFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {preview && preview.skipped.length > 0 && (
        <Alert
          className="payouts__notice"
          type="info"
          showIcon
          title={`${preview.skipped.length} 笔这次不付`}
          description={preview.skipped.slice(0, 8).map(({ benefitId, title, who, why }) => (
            <div key={benefitId}>
              {who} {title}：{why}
            </div>
          ))}
        />
      )}
      {problem && <Alert className="payouts__notice" type="error" showIcon title={problem} role="alert" />}
    </Modal>
  )
}
