import { Button } from 'antd'
import { auditedActs, auditedKinds } from '#contract/audit'
import { Choice, choicesOf, DayChoice, Filters, Typed } from '../../components/Filters'
import type { Address } from '../../components/use-address'
import type { AuditSearch } from './filter'

interface AuditFiltersProps extends Pick<Address, 'choose' | 'clear'> {
  search: AuditSearch
  people: readonly { account: string; name: string }[]
}

export function AuditFilters({ search, people, choose, clear }: AuditFiltersProps) {
  const of = (name: keyof AuditSearch) => ({
    value: search[name],
    choose: (value: string | undefined) => choose(name, value),
  })
  return (
    <Filters>
      <Choice
        name="谁"
        options={people.map(({ account, name }) => ({ value: account, label: name }))}
        {...of('account')}
      />
      <Choice name="做了什么" options={choicesOf(auditedActs)} {...of('what')} />
      <Choice name="对象" options={choicesOf(auditedKinds)} {...of('kind')} />
      <Typed name="对象编号" hint="完整编号" {...of('id')} />
      <DayChoice name="日期" {...of('on')} />
      <Typed name="请求编号" hint="完整编号" {...of('requestId')} />
      {Object.keys(search).length > 0 && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </Filters>
  )
}
