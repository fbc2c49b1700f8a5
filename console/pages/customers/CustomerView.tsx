import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type CustomerPicture, readCustomer } from '#contract/customers'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DayText, InstantText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { FailureBlock } from '../../components/StateBlock'
import { StatementView } from '../../components/StatementView'
import { StateTag } from '../../components/StateTag'
import { WaitingRows } from '../../components/Waiting'
import { statuses } from '../ledger-words'
import { Clear } from './Clear'

/** One customer's whole picture, masked; each field opens alone, with a reason. */
export function CustomerView({ customerId, back }: { customerId: string; back: () => void }) {
  const { reading, reload } = useReading(readCustomer, { customerId })
  return (
    <>
      <Button className="customers__back" type="link" icon={<ArrowLeftOutlined />} onClick={back}>
        回到查找
      </Button>
      {reading.status === 'loading' && <WaitingRows />}
      {reading.status === 'failed' && <FailureBlock failure={reading.failure} retry={reload} />}
      {reading.status === 'ready' && <Picture of={reading.data} />}
    </>
  )
}

function Picture({ of: customer }: { of: CustomerPicture }) {
  const { policies, benefits, prizes, leads, accesses, accounts, deletion, draws } = customer
  return (
    <div className="customers__picture">
      <Who of={customer} />
      {deletion && (
        <Card>
          <StateTag
            state={{ word: deletion.done ? '已按申请删除' : '申请了删除', tone: deletion.done ? 'quiet' : 'warn' }}
          />{' '}
          <InstantText at={deletion.requestedAt} /> 提出，最晚 <DayText on={deletion.dueOn} />
        </Card>
      )}
      <Part title="保单" rows={policies.length}>
        {policies.map((policy) => (
          <li key={policy.policyNumber}>
            <b>{policy.policyNumber}</b>
            <span>
              {policy.plate}，{policy.branchName}，{policy.coverStartsOn} 至 {policy.coverEndsOn}
            </span>
            <span>
              商业险 <MoneyText of={policy.commercialPremiumFen} />
            </span>
            <StateTag
              state={policy.state === 'in-force' ? { word: '有效', tone: 'good' } : { word: '已退保', tone: 'quiet' }}
            />
          </li>
        ))}
      </Part>
      <Part title="优惠" rows={benefits.length}>
        {benefits.map((benefit) => (
          <li key={benefit.benefitId}>
            <details className="customers__statement">
              <summary>
                <b>{benefit.title}</b>
                <span>{benefit.clause}</span>
                <MoneyText of={benefit.amountFen} />
                <StateTag state={statuses[benefit.status]} />
              </summary>
              <StatementView lines={benefit.statement} />
            </details>
          </li>
        ))}
      </Part>
      <Part title={`奖品（抽奖 ${draws} 次）`} rows={prizes.length}>
        {prizes.map((prize) => (
          <li key={prize.benefitId}>
            <b>{prize.name}</b>
            <InstantText at={prize.wonAt} />
            <StateTag state={statuses[prize.status]} />
          </li>
        ))}
      </Part>
      <Part title="微信" rows={accounts.length}>
        {accounts.map(({ account, boundAt }) => (
          <li key={account}>
            <code>{account}</code>
            <span>
              {boundAt === null ? (
                '没有绑定保单'
              ) : (
                <>
                  <InstantText at={boundAt} /> 绑定
                </>
              )}
            </span>
          </li>
        ))}
      </Part>
      <Part title="预约" rows={leads.length}>
        {leads.map((lead) => (
          <li key={lead.bookedAt}>
            <InstantText at={lead.bookedAt} />
            <span>{lead.branchName}</span>
            <span>{lead.phone}</span>
          </li>
        ))}
      </Part>
      <Part title="谁看过完整信息（客户也看得到）" rows={accesses.length}>
        {accesses.map(({ at, who, field, why }) => (
          <li key={`${at}${field}`}>
            <InstantText at={at} />
            <b>{field}</b>
            <span>
              {who}：{why}
            </span>
          </li>
        ))}
      </Part>
      <None of={customer} />
    </div>
  )
}

function Who({ of: customer }: { of: CustomerPicture }) {
  const { customerId, name, phone, idNumber, bankAccount, vehicles } = customer
  const may = (field: CustomerPicture['mayUnmask'][number]) => customer.mayUnmask.includes(field)
  return (
    <Card title={name ?? '没有绑定保单的微信'}>
      <dl className="customers__who">
        {name && <Clear of={customerId} field="name" masked={name} may={may('name')} />}
        {phone && <Clear of={customerId} field="phone" masked={phone} may={may('phone')} />}
        {idNumber && <Clear of={customerId} field="id-number" masked={idNumber} may={may('id-number')} />}
        {bankAccount &&
          (bankAccount.tail === '' ? (
            <div>
              <dt>收款账户</dt>
              <dd>{bankAccount.bankName}</dd>
            </div>
          ) : (
            <Clear
              of={customerId}
              field="bank-card"
              masked={`${bankAccount.bankName} 尾号 ${bankAccount.tail}`}
              may={may('bank-card')}
            />
          ))}
        {vehicles.map(({ vehicleId, plate, vehicleType }) => (
          <Clear
            key={vehicleId}
            of={customerId}
            field="plate"
            vehicleId={vehicleId}
            masked={`${plate}（${vehicleType}）`}
            may={may('plate')}
          />
        ))}
      </dl>
    </Card>
  )
}

/** What there is none of is said once, below all of them. */
function Part({ title, rows, children }: { title: string; rows: number; children: ReactNode }) {
  if (rows === 0) return null
  return (
    <Card title={title} inside="flush">
      <ul className="customers__rows">{children}</ul>
    </Card>
  )
}

function None({ of: { policies, benefits, prizes, accounts, leads, accesses, draws } }: { of: CustomerPicture }) {
  const none = [
    policies.length === 0 && '保单',
    benefits.length === 0 && '优惠',
    prizes.length === 0 && (draws === 0 ? '抽过奖' : `中过奖（抽奖 ${draws} 次）`),
    accounts.length === 0 && '绑定微信',
    leads.length === 0 && '预约',
    accesses.length === 0 && '人看过完整信息',
  ].filter(Boolean)
  return none.length > 0 && <p className="customers__none">没有{none.join('、没有')}。</p>
}
