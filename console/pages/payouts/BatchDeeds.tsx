import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import {
  approvePayout,
  cancelPayout,
  downloadPayoutFile,
  listPayouts,
  type PayoutBatch,
  readPayout,
  releasePayout,
} from '#contract/payout'
import type { Result } from '../../cloud/call'
import { useActing } from '../../cloud/use-acting'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useMe } from '../../shell/me'
import { ResultsUpload } from './ResultsUpload'
import { saveFile } from './save-file'
import { Totals } from './Totals'

type Asking = 'approve' | 'release' | 'cancel' | null

const releaseWords: Readonly<Record<PayoutBatch['way'], string>> = {
  'bank-file': '放行后生成银行文件，批次不能再撤销。',
  'wechat-transfer': '放行后系统就请微信逐笔付款，批次不能再撤销；客户要在 24 小时内确认，请在白天放行。',
}

/** What this person may do with the batch now. */
export function BatchDeeds({ batch }: { batch: PayoutBatch }) {
  const { role } = useMe()
  const changed = [listPayouts, readPayout]
  const { act: approve, acting: approving } = useActing(approvePayout, changed)
  const { act: release, acting: releasing } = useActing(releasePayout, changed)
  const { act: cancel } = useActing(cancelPayout, changed)
  const { act: download, acting: downloading } = useActing(downloadPayoutFile)
  const [asking, setAsking] = useState<Asking>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { batchId, hash, state, way } = batch
  const pays = role === 'finance'
  const open = state === 'draft' || state === 'approved'

  const done = (result: Result<unknown>) => {
    setAsking(null)
    setProblem(result.ok ? null : result.message)
  }
  const save = async () => {
    const result = await download({ batchId })
    if (result.ok) saveFile(result.data.name, result.data.base64)
    setProblem(result.ok ? null : result.message)
  }
  return (
    <div className="payouts__deeds">
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {state === 'draft' && batch.own && <p>您编制的批次，要由别人复核。</p>}
      {state === 'draft' && batch.approvedByMe && <p>您已复核，还要另一位。</p>}
      <div className="payouts__buttons">
        {open && (
          <Button danger onClick={() => setAsking('cancel')}>
            撤销批次
          </Button>
        )}
        {state === 'draft' && !batch.own && !batch.approvedByMe && (
          <Button type="primary" onClick={() => setAsking('approve')}>
            复核通过
          </Button>
        )}
        {state === 'approved' && pays && (
          <Button type="primary" onClick={() => setAsking('release')}>
            放行
          </Button>
        )}
        {batch.fileHash !== null && pays && (
          <Button type="primary" loading={downloading} onClick={() => void save()}>
            下载银行文件
          </Button>
        )}
      </div>
      {batch.fileHash !== null && pays && !batch.resultsByAnother && <ResultsUpload batchId={batchId} />}
      {state === 'released' && pays && way === 'bank-file' && batch.resultsByAnother && (
        <p>您编制或放行的批次，银行结果要由另一位财务导入。</p>
      )}
      {state === 'released' && way === 'wechat-transfer' && (
        <p>
          系统每五分钟逐笔请微信付、问结果；客户要在微信里确认收款，超过 24
          小时没有确认的算失败。微信一直不受理的，由没有编制、没有放行的另一位财务标记失败。
        </p>
      )}
      <Modal
        open={asking === 'approve' || asking === 'release'}
        title={asking === 'release' ? `放行 ${batchId}` : `复核 ${batchId}`}
        okText={asking === 'release' ? '放行' : '复核通过'}
        cancelText="取消"
        confirmLoading={approving || releasing}
        onOk={() => void (asking === 'release' ? release({ batchId, hash }) : approve({ batchId, hash })).then(done)}
        onCancel={() => setAsking(null)}
      >
        <Totals {...batch} />
        <p className="payouts__hash">校验值 {hash}</p>
        <p>
          {asking === 'release'
            ? releaseWords[way]
            : '请核对笔数、合计和校验值；复核的就是这份内容，有一处不同都要重来。'}
        </p>
      </Modal>
      <ReasonDialog
        open={asking === 'cancel'}
        title={`撤销批次 ${batchId}`}
        effect="批次里的权益回到待打款，可以编进下一批。"
        deed="撤销批次"
        usual={['名单有误', '金额要重新核对', '改到下一批一起付']}
        act={(reason) => cancel({ batchId, reason })}
        done={() => setAsking(null)}
        cancel={() => setAsking(null)}
      />
    </div>
  )
}
