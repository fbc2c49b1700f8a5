import { Button, Checkbox } from 'antd'
import { BranchChoice, Choice, DayChoice, Filters, Typed } from '../../components/Filters'
import type { Address } from '../../components/use-address'
import type { AskedFilter } from './filter'
import { states } from './words'

interface ReferralFiltersProps extends Pick<Address, 'choose' | 'clear'> {
  filter: AskedFilter
  branches: readonly { branchCode: string; name: string }[]
}

const stateChoices = Object.entries(states).map(([value, { word }]) => ({ value, label: word }))

export function ReferralFilters({ filter, branches, choose, clear }: ReferralFiltersProps) {
  const of = (name: Exclude<keyof AskedFilter, 'risky'>) => ({
    value: filter[name],
    choose: (value: string | undefined) => choose(name, value),
  })
  return (
    <Filters>
      <Choice name="走到哪一步" options={stateChoices} {...of('state')} />
      <BranchChoice branches={branches} {...of('branchCode')} />
      <Typed name="原因（不算或风险）" hint="如 本公司客户" {...of('reason')} />
      <DayChoice name="打开邀请，从" {...of('fromOn')} />
      <DayChoice name="到" {...of('untilOn')} />
      <Checkbox
        checked={filter.risky === true}
        onChange={({ target }) => choose('risky', target.checked ? 'yes' : undefined)}
      >
        只看需核查
      </Checkbox>
      {Object.keys(filter).length > 0 && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </Filters>
  )
}
