import { Tabs } from 'antd'
import { useState } from 'react'
import { PageHeader } from '../../components/PageHeader'
import { useMe } from '../../shell/me'
import { CustomerView } from './CustomerView'
import { Deletions } from './Deletions'
import { FindCustomer } from './FindCustomer'
import './customers.css'

/** 客户: found by what they tell, shown masked; and their requests to be forgotten. */
export default function Customers() {
  const { role } = useMe()
  const [customerId, open] = useState<string | null>(null)
  const find = customerId ? (
    <CustomerView customerId={customerId} back={() => open(null)} />
  ) : (
    <FindCustomer open={open} />
  )
  const decides = role === 'admin' || role === 'reviewer'
  return (
    <>
      <PageHeader
        title="客户"
        about={
          role === 'branch'
            ? '凭客户报出的信息查找，只看得到本网点的客户。每次查询和查看都有记录，客户也看得到谁看了完整信息。'
            : '凭客户报出的信息查找，全部打码。每次查询和查看都有记录，客户也看得到谁看了完整信息。'
        }
      />
      {decides ? (
        <Tabs
          items={[
            { key: 'find', label: '查客户', children: find },
            { key: 'deletions', label: '删除申请', children: <Deletions /> },
          ]}
        />
      ) : (
        find
      )}
    </>
  )
}
