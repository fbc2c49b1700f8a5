import { Button } from 'antd'
import { useState } from 'react'
import { failPayoutLine, listPayouts, readPayout } from '#contract/payout'
import { useActing } from '../../cloud/use-acting'
import { ReasonDialog } from '../../components/ReasonDialog'

/** 标记失败, of a transfer that WeChat refuses to make. */
export function FailLine({ batchId, number }: { batchId: string; number: number }) {
  const { act } = useActing(failPayoutLine, [listPayouts, readPayout])
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button size="small" danger onClick={() => setAsking(true)}>
        标记失败
      </Button>
      <ReasonDialog
        open={asking}
        title={`第 ${number} 笔标记失败`}
        effect="系统停止请微信付这一笔，再问微信；微信没有受理的才标记失败。客户会看到原因，重新选择收款账户后再付。"
        deed="标记失败"
        usual={['微信没有受理，请改填银行账户', '这个微信不能收款，请改填银行账户']}
        act={(reason) => act({ batchId, number, reason })}
        done={close}
        cancel={close}
      />
    </>
  )
}
