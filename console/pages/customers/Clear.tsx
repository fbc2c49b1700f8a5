import { Button } from 'antd'
import { useState } from 'react'
import { readCustomer, type Unmaskable, unmaskable, unmaskField } from '#contract/customers'
import { useActing } from '../../cloud/use-acting'
import { MaskedText } from '../../components/MaskedText'
import { ReasonDialog } from '../../components/ReasonDialog'

interface ClearProps {
  of: string
  field: Unmaskable
  vehicleId?: string
  masked: string
  may: boolean
}

/** One masked field; in the clear after a reason, until the page is left. */
export function Clear({ of: customerId, field, vehicleId, masked, may }: ClearProps) {
  const [asking, setAsking] = useState(false)
  const [clear, setClear] = useState<string | null>(null)
  const { act } = useActing(unmaskField, [readCustomer])
  const name = unmaskable[field]
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {clear === null ? <MaskedText text={masked} what={name} /> : <b className="customers__clear">{clear}</b>}
        {may && clear === null && (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            查看完整
          </Button>
        )}
      </dd>
      <ReasonDialog
        open={asking}
        title={`查看完整的${name}`}
        effect="客户在“我的信息”里看得到谁在什么时候看了哪一项、为什么。请只在工作需要时查看。"
        deed="查看"
        usual={['客户来电核对', '核实领奖信息', '联系客户补资料']}
        act={async (why) => {
          const result = await act({ customerId, field, ...(vehicleId !== undefined && { vehicleId }), why })
          if (result.ok) setClear(result.data.value)
          return result
        }}
        done={() => setAsking(false)}
        cancel={() => setAsking(false)}
      />
    </div>
  )
}
