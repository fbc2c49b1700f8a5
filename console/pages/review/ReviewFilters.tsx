import { Checkbox, Select } from 'antd'
import type { ReviewedRule } from '#contract/review'
import { Filter, Filters } from '../../components/Filters'
import { ruleNames } from '../ledger-words'

export interface ReviewFilter {
  rule?: ReviewedRule
  branchCode?: string
  risky: boolean
  overdue: boolean
}

interface ReviewFiltersProps {
  filter: ReviewFilter
  branches: readonly { branchCode: string; name: string }[]
  overdueTotal: number
  choose: (filter: ReviewFilter) => void
}

const rules = Object.entries(ruleNames).map(([value, label]) => ({ value, label }))
const isRule = (value: string): value is ReviewedRule => Object.hasOwn(ruleNames, value)

export function ReviewFilters({ filter, branches, overdueTotal, choose }: ReviewFiltersProps) {
  const { rule, branchCode, ...boxes } = filter
  return (
    <Filters>
      <Filter name="权益">
        <Select
          allowClear
          placeholder="全部"
          aria-label="权益"
          style={{ width: 168 }}
          value={rule}
          options={rules}
          onChange={(value?: string) =>
            choose({
              ...boxes,
              ...(branchCode === undefined ? {} : { branchCode }),
              ...(value && isRule(value) ? { rule: value } : {}),
            })
          }
        />
      </Filter>
      {branches.length > 1 && (
        <Filter name="网点">
          <Select
            allowClear
            placeholder="全部"
            aria-label="网点"
            popupMatchSelectWidth={false}
            style={{ width: 200 }}
            value={branchCode}
            options={branches.map(({ branchCode: value, name }) => ({ value, label: name }))}
            onChange={(value?: string) =>
              choose({ ...boxes, ...(rule ? { rule } : {}), ...(value ? { branchCode: value } : {}) })
            }
          />
        </Filter>
      )}
      <Checkbox checked={filter.overdue} onChange={({ target }) => choose({ ...filter, overdue: target.checked })}>
        只看逾期{overdueTotal > 0 && `（${overdueTotal}）`}
      </Checkbox>
      <Checkbox checked={filter.risky} onChange={({ target }) => choose({ ...filter, risky: target.checked })}>
        只看有风险
      </Checkbox>
    </Filters>
  )
}
