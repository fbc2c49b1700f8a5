import { Button, Checkbox, Select } from 'antd'
import { type LedgerFilter, ledgerLineSchema } from '#contract/benefits'
import { Filter, Filters } from '../../components/Filters'
import { lineNames, ruleNames, statuses, workLists } from '../ledger-words'

interface LedgerFiltersProps {
  filter: Partial<LedgerFilter>
  branches: readonly { branchCode: string; name: string }[]
  choose: (name: keyof LedgerFilter, value: string | undefined) => void
  clear: () => void
}

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
const ledgerLines = ledgerLineSchema.options.map((value) => ({ value, label: lineNames[value] }))
const waits = Object.entries(workLists).map(([value, { name }]) => ({ value, label: name }))
const states = Object.entries(statuses).map(([value, { word }]) => ({ value, label: word }))

export function LedgerFilters({ filter, branches, choose, clear }: LedgerFiltersProps) {
  const one = (
    name: Exclude<keyof LedgerFilter, 'overdue'>,
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Filter name={label}>
      <Select
        allowClear
        placeholder="全部"
        aria-label={label}
        popupMatchSelectWidth={false}
        style={{ width: 132 }}
        value={filter[name]}
        options={options}
        onChange={(value?: string) => choose(name, value)}
      />
    </Filter>
  )
  return (
    <Filters>
      {one('waits', '等谁办', waits)}
      {one('status', '状态', states)}
      {one('rule', '权益', named(ruleNames))}
      {one('line', '预算科目', ledgerLines)}
      {branches.length > 1 &&
        one(
          'branchCode',
          '网点',
          branches.map(({ branchCode, name }) => ({ value: branchCode, label: name })),
        )}
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
