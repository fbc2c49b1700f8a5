import { Alert, Button, Input, Segmented } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { type CustomerSearch, findCustomers } from '#contract/customers'
import type { OutputOf } from '#contract/operation'
import { useActing } from '../../cloud/use-acting'
import { Card } from '../../components/Card'
import { ExportButton } from '../../components/ExportButton'
import { MaskedText } from '../../components/MaskedText'
import { EmptyBlock } from '../../components/StateBlock'
import { exportedFound } from './exported'

type By = CustomerSearch['by']
const ways: Readonly<Record<By, { label: string; field: string; hint: string }>> = {
  phone: { label: '手机号', field: '手机号', hint: '11 位手机号' },
  plate: { label: '车牌号', field: '车牌号', hint: '例如 京A80001' },
  name: { label: '姓名', field: '姓名或单位名称', hint: '全名' },
  policy: { label: '保单号', field: '保单号', hint: '完整保单号' },
  account: { label: '编号', field: '我的信息里的“您的编号”', hint: '16 位编号' },
}

const order: readonly By[] = ['phone', 'plate', 'name', 'policy', 'account']

function searchOf(by: By, text: string, idTail: string): CustomerSearch {
  switch (by) {
    case 'phone':
      return { by, phone: text }
    case 'plate':
      return { by, plate: text }
    case 'name':
      return { by, name: text, idTail }
    case 'policy':
      return { by, policyNumber: text }
    case 'account':
      return { by, account: text.trim().toLowerCase() }
  }
}

/** Looks for a customer by what the customer tells; what was typed stays. */
export function FindCustomer({ open }: { open: (customerId: string) => void }) {
  const [by, choose] = useState<By>('phone')
  const [text, setText] = useState('')
  const [idTail, setIdTail] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [found, setFound] = useState<(OutputOf<typeof findCustomers> & { by: By }) | null>(null)
  const { act, acting } = useActing(findCustomers)
  const field = useId()
  const { field: label, hint } = ways[by]

  const find = async (event: FormEvent) => {
    event.preventDefault()
    const result = await act(searchOf(by, text, idTail))
    setFound(result.ok ? { ...result.data, by } : null)
    setProblem(result.ok ? null : (Object.values(result.problems)[0] ?? result.message))
  }

  return (
    <>
      <Card>
        <form className="customers__find" onSubmit={(event) => void find(event)}>
          <Segmented<By>
            aria-label="按什么查"
            value={by}
            onChange={choose}
            options={order.map((value) => ({ value, label: ways[value].label }))}
          />
          <label htmlFor={field}>{label}</label>
          <div className="customers__fields">
            <Input id={field} placeholder={hint} value={text} onChange={({ target }) => setText(target.value)} />
            {by === 'name' && (
              <Input
                aria-label="证件号后 4 位"
                placeholder="证件号后 4 位"
                maxLength={4}
                value={idTail}
                onChange={({ target }) => setIdTail(target.value)}
              />
            )}
            <Button type="primary" htmlType="submit" loading={acting} disabled={text.trim() === ''}>
              查找
            </Button>
          </div>
          {problem && <Alert type="error" showIcon role="alert" title={problem} />}
        </form>
      </Card>
      {found && (
        <div className="customers__left">
          <p>
            找到 {found.customers.length} 位，今天还可以查 {found.leftToday} 次。
          </p>
          {found.customers.length > 0 && (
            <ExportButton
              list="customers"
              filters={`按${ways[found.by].label}查到的`}
              columns={exportedFound}
              // What was found stands here: it is not looked up a second time.
              readPage={async () => ({ ok: true, data: { rows: found.customers, next: null } })}
            />
          )}
        </div>
      )}
      {found?.customers.length === 0 && (
        <Card>
          <EmptyBlock sentence="没有找到。请与客户核对后再查，或换一种方式。" />
        </Card>
      )}
      {found?.customers.map(({ customerId, name, phone, plates, policies }) => (
        <Card key={customerId}>
          <div className="customers__found">
            <div>
              <b>{name ? <MaskedText text={name} what="姓名" /> : '没有绑定保单的微信'}</b>
              <p>
                {phone ? `${phone}，` : ''}
                {plates.length > 0 ? `${plates.join('、')}，` : ''}
                {policies > 0 ? `${policies} 张保单` : '没有保单'}
              </p>
            </div>
            <Button onClick={() => open(customerId)}>查看</Button>
          </div>
        </Card>
      ))}
    </>
  )
}
