import { Button, Checkbox } from 'antd'
import { type LedgerFilter, ledgerLineSchema } from '#contract/benefits'
import { BranchChoice, Choice, choicesOf, Filters } from '../../components/Filters'
import type { Address } from '../../components/use-address'
import { lineNames, ruleNames, statuses, workLists } from '../ledger-words'

interface LedgerFiltersProps extends Pick<Address, 'choose' | 'clear'> {
  filter: Partial<LedgerFilter>
  branches: readonly { branchCode: string; name: string }[]
}

const ledgerLines = ledgerLineSchema.options.map((value) => ({ value, label: lineNames[value] }))
const waits = Object.entries(workLists).map(([value, { name }]) => ({ value, label: name }))
const states = Object.entries(statuses).map(([value, { word }]) => ({ value, label: word }))

export function LedgerFilters({ filter, branches, choose, clear }: LedgerFiltersProps) {
  const of = (name: Exclude<keyof LedgerFilter, 'overdue'>) => ({
    value: filter[name],
    choose: (value: string | undefined) => choose(name, value),
  })
  return (
    <Filters>
      <Choice name="等谁办" options={waits} {...of('waits')} />
      <Choice name="状态" options={states} {...of('status')} />
      <Choice name="权益" options={choicesOf(ruleNames)} {...of('rule')} />
      <Choice name="预算科目" options={ledgerLines} {...of('line')} />
      <BranchChoice branches={branches} {...of('branchCode')} />
      <Checkbox
        checked={filter.overdue === true}
        onChange={({ target }) => choose('overdue', target.checked ? 'yes' : undefined)}
      >
        只看逾期
      </Checkbox>
      {Object.keys(filter).length > 0 && (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      )}
    </Filters>
  )
}
