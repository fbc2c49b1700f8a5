import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Flex, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { CodeField } from '../../components/code-field'
import { readFilter } from '../../ejson/typed'
import { useTexts } from '../../texts/language'
import { type Condition, filterText, type Operator, operators, takesValue } from './conditions'

interface FilterBarProps {
  /** Fields to choose from. */
  fields: readonly string[]
  text: string
  /** What was typed, and the same as EJSON. */
  onFilter(typed: string, ejson: string): void
}

const NEW: Condition = { field: '', operator: 'eq', value: '' }

/** The filter, written or chosen line by line. What is chosen is also shown as one would write it. */
export function FilterBar({ fields, text: applied, onFilter }: FilterBarProps) {
  const texts = useTexts()
  const t = texts.documents
  const [chooses, setChooses] = useState(false)
  const [text, setText] = useState(applied)
  const [conditions, setConditions] = useState<Condition[]>([NEW])
  const read = readFilter(text)
  const changed = text.trim() !== applied.trim()
  const apply = () => read.ok && onFilter(text.trim(), read.value)
  const choose = (next: Condition[]) => {
    setConditions(next)
    setText(filterText(next))
  }
  const clear = () => {
    setText('')
    setConditions([NEW])
    onFilter('', '{}')
  }
  return (
    <section className="sheet filter" aria-label={t.filter}>
      <Flex gap={12} align="flex-start" wrap>
        <Segmented
          value={chooses}
          onChange={setChooses}
          options={[
            { value: false, label: t.text },
            { value: true, label: t.builder },
          ]}
        />
        <div className={chooses ? 'filter-body chosen' : 'filter-body'}>
          {chooses && <Conditions fields={fields} conditions={conditions} onChange={choose} onDone={apply} />}
          <CodeField
            label={t.filterLabel}
            value={text}
            rows={Math.min(6, Math.max(1, text.split('\n').length))}
            placeholder={t.filterPlaceholder}
            problem={read.ok || text.trim() === '' ? undefined : read.problem}
            onChange={setText}
            onDone={apply}
          />
        </div>
        <Button type={changed ? 'primary' : 'default'} disabled={!read.ok} onClick={apply}>
          {t.apply}
        </Button>
        {applied !== '' && (
          <Button type="text" onClick={clear}>
            {texts.actions.clear}
          </Button>
        )}
      </Flex>
    </section>
  )
}

interface ConditionsProps {
  fields: readonly string[]
  conditions: readonly Condition[]
  onChange(conditions: Condition[]): void
  onDone(): void
}

function Conditions({ fields, conditions, onChange, onDone }: ConditionsProps) {
  const t = useTexts().documents
  const change = (at: number, changes: Partial<Condition>) =>
    onChange(conditions.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  return (
    <div className="conditions">
      {conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the list
        <div key={at} className="condition">
          <AutoComplete
            aria-label={t.field}
            placeholder={t.field}
            value={condition.field}
            options={fields.map((field) => ({ value: field }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            onChange={(field: string) => change(at, { field })}
          />
          <Select<Operator>
            aria-label={t.operator}
            value={condition.operator}
            options={operators.map((operator) => ({ value: operator, label: t.operators[operator] }))}
            onChange={(operator) => change(at, { operator })}
          />
          {takesValue(condition.operator) ? (
            <Input
              aria-label={t.value}
              placeholder={t.value}
              title={t.valueHint}
              value={condition.value}
              onChange={(event) => change(at, { value: event.target.value })}
              onPressEnter={onDone}
            />
          ) : (
            <span />
          )}
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t.removeCondition}
            disabled={conditions.length === 1}
            onClick={() => onChange(conditions.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Flex gap={12} align="center" wrap className="small">
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...conditions, NEW])}>
          {t.addCondition}
        </Button>
        <span className="quiet">
          {t.conditionsHint} · {t.valueHint}
        </span>
      </Flex>
    </div>
  )
}
