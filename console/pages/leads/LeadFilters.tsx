import { Button, Checkbox, Segmented } from 'antd'
import type { LeadFilter } from '#contract/lead-desk'
import { BranchChoice, Choice, choicesOf, Filter, Filters } from '../../components/Filters'
import type { Address } from '../../components/use-address'
import { kinds, states } from './words'

interface LeadFiltersProps extends Pick<Address, 'choose' | 'clear'> {
  filter: LeadFilter
  branches: readonly { branchCode: string; name: string }[]
  channels: readonly { channelId: string; name: string }[]
}

export function LeadFilters({ filter, branches, channels, choose, clear }: LeadFiltersProps) {
  const of = (name: 'kind' | 'branchCode' | 'channel') => ({
    value: filter[name],
    choose: (value: string | undefined) => choose(name, value),
  })
  return (
    <Filters>
      <Filter name="清单">
        <Segmented
          aria-label="清单"
          value={filter.state ?? 'open'}
          options={choicesOf(states)}
          onChange={(state) => choose('state', state === 'open' ? undefined : state)}
        />
      </Filter>
      <Choice name="预约什么" options={choicesOf(kinds)} {...of('kind')} />
      <BranchChoice branches={branches} {...of('branchCode')} />
      <Choice
        name="渠道"
        options={channels.map(({ channelId, name }) => ({ value: channelId, label: name }))}
        {...of('channel')}
      />
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
