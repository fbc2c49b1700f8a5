import { Button, Checkbox } from 'antd'
import { BranchChoice, Choice, choicesOf, Filters } from '../../components/Filters'
import type { Address } from '../../components/use-address'
import { ruleNames } from '../ledger-words'
import type { ReviewFilter } from './filter'

interface ReviewFiltersProps extends Pick<Address, 'choose' | 'clear'> {
  filter: ReviewFilter
  branches: readonly { branchCode: string; name: string }[]
  overdueTotal: number
}

export function ReviewFilters({ filter, branches, overdueTotal, choose, clear }: ReviewFiltersProps) {
  const { rule, branchCode, overdue = false, risky = false } = filter
  const tick = (name: string, ticked: boolean) => choose(name, ticked ? 'yes' : undefined)
  return (
    <Filters>
      <Choice name="权益" options={choicesOf(ruleNames)} value={rule} choose={(value) => choose('rule', value)} />
      <BranchChoice branches={branches} value={branchCode} choose={(value) => choose('branchCode', value)} />
      <Checkbox checked={overdue} onChange={({ target }) => tick('overdue', target.checked)}>
        只看逾期{overdueTotal > 0 && `（${overdueTotal}）`}
      </Checkbox>
      <Checkbox checked={risky} onChange={({ target }) => tick('risky', target.checked)}>
        只看有风险
      </Checkbox>
      {Object.keys(filter).length > 0 && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </Filters>
  )
}
