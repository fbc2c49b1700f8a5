import { AutoComplete, Button, Card, Flex, Input, Switch } from 'antd'
import { useState } from 'react'
import type { Outcome } from '../../../page-api/outcome'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { CodeField } from '../../components/code-field'
import { OutcomeView } from '../../components/outcome-view'
import { Answered } from '../../components/states'
import { printEjson } from '../../ejson/print'
import { readJson } from '../../ejson/typed'
import { useTexts } from '../../texts/language'
import { ChooseFunction, Field } from './form-parts'

interface Person {
  openid?: string
  unionid?: string
}

interface Start {
  name: string | undefined
  data: string
  person: Person
}

interface CallFormProps {
  names: readonly string[]
  chosen: string | undefined
  /** A kept call that is taken over, by its request id. */
  taken: string | null
}

/** Calls any function as any person. */
export function CallForm({ names, chosen, taken }: CallFormProps) {
  if (taken !== null) return <TakenOver names={names} requestId={taken} />
  return <Form names={names} start={{ name: chosen, data: '{\n  \n}', person: {} }} />
}

/** Begins with a kept call's function, person and arguments. */
function TakenOver({ names, requestId }: { names: readonly string[]; requestId: string }) {
  const call = useAsked('calls.read', { requestId }, [])
  return (
    <Answered of={call}>
      {({ function: name, event, identity: { openid, unionid } }) => {
        const person = {
          ...(openid === undefined ? {} : { openid }),
          ...(unionid === undefined ? {} : { unionid }),
        }
        return <Form names={names} start={{ name, data: withoutUserInfo(event), person }} />
      }}
    </Answered>
  )
}

/** The cloud adds `userInfo` to a mini-program's event; whoever calls again sends the rest. */
function withoutUserInfo(event = '{}'): string {
  const parsed: unknown = JSON.parse(event)
  if (typeof parsed !== 'object' || parsed === null || !('userInfo' in parsed)) return printEjson(event)
  const { userInfo: _, ...rest } = parsed
  return printEjson(JSON.stringify(rest))
}

function Form({ names, start }: { names: readonly string[]; start: Start }) {
  const texts = useTexts()
  const t = texts.console
  const [name, setName] = useState(start.name)
  const [person, setPerson] = useState(start.person)
  const [asPage, setAsPage] = useState(true)
  const [data, setData] = useState(start.data)
  const [outcome, setOutcome] = useState<Outcome>()
  const people = usePeople()
  const read = readJson(data.trim() === '' ? '{}' : data)
  const run = useDoing((call: { name: string; data: unknown }) => ask('functions.call', { ...call, person, asPage }), {
    done: setOutcome,
  })
  const ready = name !== undefined && read.ok
  const go = () => name !== undefined && read.ok && run.mutate({ name, data: read.value })
  const change = (changes: Person) => {
    const entries = Object.entries({ ...person, ...changes }).filter(([, value]) => value !== '')
    setPerson(Object.fromEntries(entries))
  }
  return (
    <div className="columns">
      <Card>
        <div className="form">
          <ChooseFunction names={names} value={name} onChange={setName} />
          <div className="form-pair">
            <Field name={t.person} hint={t.personHint}>
              <AutoComplete
                aria-label={t.person}
                style={{ width: '100%' }}
                allowClear
                value={person.openid ?? ''}
                options={people}
                showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
                onChange={(openid: string | undefined) => change({ openid: openid ?? '' })}
              />
            </Field>
            <Field name={t.unionid}>
              <Input
                aria-label={t.unionid}
                value={person.unionid ?? ''}
                onChange={(event) => change({ unionid: event.target.value })}
              />
            </Field>
          </div>
          <Flex gap={8} align="center">
            <Switch aria-label={t.asPage} checked={asPage} onChange={setAsPage} />
            <span>{t.asPage}</span>
            <span className="quiet small">{t.asPageHint}</span>
          </Flex>
          <Field name={t.data}>
            <CodeField
              label={t.data}
              value={data}
              rows={10}
              problem={read.ok ? undefined : read.problem}
              onChange={setData}
              onDone={go}
            />
          </Field>
          <Flex gap={12} align="center">
            <Button
              type="primary"
              disabled={!ready}
              title={name === undefined ? t.needFunction : undefined}
              loading={run.isPending}
              onClick={go}
            >
              {texts.actions.run}
            </Button>
            <span className="quiet small">{texts.editor.runKey}</span>
          </Flex>
        </div>
      </Card>
      <Card title={t.answer}>
        <div aria-live="polite">
          {outcome === undefined ? <span className="quiet">{t.noAnswer}</span> : <OutcomeView outcome={outcome} />}
        </div>
      </Card>
    </div>
  )
}

/** Those who have called lately. */
function usePeople(): { value: string }[] {
  const calls = useAsked('calls.list', { offset: 0, limit: 200 }, [])
  const openids = (calls.data?.calls ?? []).flatMap(({ openid }) => openid ?? [])
  return [...new Set(openids)].map((value) => ({ value }))
}
