import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button, Card, Flex, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { PageHead } from '../../components/page-head'
import { Answered, Nothing } from '../../components/states'
import { Time } from '../../components/time'
import { isPlainObject } from '../../ejson/print'
import { useTexts } from '../../texts/language'
import type { Texts } from '../../texts/zh'
import { FaultForm } from './fault-form'

type Faults = OutputOf<'faults.list'>
type Rule = Faults['faults'][number]
type Fault = Rule['fault']

/** One line that says what a fault does. */
function faultText(fault: Fault, t: Texts['faults']): string {
  const kind = t.kinds[fault.kind]
  switch (fault.kind) {
    case 'timeout':
    case 'crash':
      return `${kind} · ${t[fault.effect]}`
    case 'error':
      return `${kind} · ${fault.code}`
    case 'latency':
      return `${kind} · ${fault.ms} ms`
    default:
      return kind
  }
}

/** The faults asked for, and what struck when. */
export function FaultsView() {
  const texts = useTexts()
  const t = texts.faults
  const { message, modal } = App.useApp()
  const [adding, setAdding] = useState(false)
  const listed = useAsked('faults.list', {}, ['faults'])
  const remove = useDoing((rule: InputOf<'faults.remove'>) => ask('faults.remove', rule), {
    done: () => void message.success(t.removed),
  })
  const replace = useDoing((plan: InputOf<'faults.set'>) => ask('faults.set', plan), {
    done: ({ faults }) => void message.success(t.imported(faults.length)),
  })
  const take = async (file: File, now: number) => {
    const plan = planIn(await file.text())
    if (plan === undefined) return void message.error(t.notJson)
    if (now === 0) return replace.mutate(plan)
    modal.confirm({
      title: t.importTitle(now, plan.faults.length),
      onOk: () => replace.mutateAsync(plan).catch(() => undefined),
    })
  }
  const clear = () =>
    modal.confirm({
      title: t.clearTitle,
      okText: t.clear,
      onOk: () => replace.mutateAsync({ faults: [] }).catch(() => undefined),
    })
  return (
    <Answered of={listed}>
      {({ seed, faults, struck }) => (
        <>
          <PageHead title={texts.nav.faults} hint={t.hint}>
            <Upload
              accept=".json,application/json"
              showUploadList={false}
              beforeUpload={(file) => {
                void take(file, faults.length)
                return false
              }}
            >
              <Button icon={<UploadOutlined />}>{t.import}</Button>
            </Upload>
            <Button
              icon={<DownloadOutlined />}
              disabled={faults.length === 0}
              href={faults.length === 0 ? undefined : fileOf(seed, faults)}
              download="faults.json"
            >
              {t.export}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          </PageHead>
          <div className="stack">
            <Table
              className="sheet"
              size="middle"
              rowKey={(rule) => faults.indexOf(rule)}
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={faults}
              locale={{ emptyText: <Nothing title={t.none} hint={t.noneHint} /> }}
              columns={[
                { title: t.action, key: 'action', render: (_, rule) => <code className="mono">{rule.action}</code> },
                {
                  title: t.function,
                  key: 'function',
                  render: (_, rule) => rule.function ?? <span className="quiet">{t.anyFunction}</span>,
                },
                { title: t.kind, key: 'kind', render: (_, { fault }) => faultText(fault, t) },
                {
                  title: t.probability,
                  key: 'probability',
                  align: 'right',
                  render: (_, { probability }) => (
                    <span className="figures">{Number((probability * 100).toFixed(2))} %</span>
                  ),
                },
                {
                  title: t.from,
                  key: 'from',
                  align: 'right',
                  render: (_, { after }) => <span className="figures">{after ?? 0}</span>,
                },
                {
                  title: t.times,
                  key: 'times',
                  align: 'right',
                  render: (_, { times }) =>
                    times === undefined ? (
                      <span className="quiet">{t.always}</span>
                    ) : (
                      <span className="figures">{times}</span>
                    ),
                },
                {
                  title: t.strikes,
                  key: 'strikes',
                  align: 'right',
                  render: (_, { strikes }) => (
                    <Tag color={strikes > 0 ? 'warning' : 'default'}>{texts.units.times(strikes)}</Tag>
                  ),
                },
                {
                  key: 'remove',
                  align: 'right',
                  render: (_, rule, at) => (
                    <Button
                      size="small"
                      danger
                      type="text"
                      aria-label={`${texts.actions.remove} ${rule.action}`}
                      onClick={() => remove.mutate({ at, action: rule.action })}
                    >
                      {texts.actions.remove}
                    </Button>
                  ),
                },
              ]}
              footer={
                faults.length === 0
                  ? undefined
                  : () => (
                      <Flex justify="space-between" align="center">
                        <span className="quiet small">
                          {t.seed} <span className="figures">{seed}</span> · {t.seedHint}
                        </span>
                        <Button size="small" onClick={clear}>
                          {t.clear}
                        </Button>
                      </Flex>
                    )
              }
            />
            <Card title={t.struck} styles={{ body: { padding: 0 } }}>
              <Table
                size="middle"
                rowKey={(strike) => struck.indexOf(strike)}
                pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
                dataSource={struck}
                locale={{ emptyText: t.noStrikes }}
                columns={[
                  { title: t.at, key: 'at', render: (_, { at }) => <Time at={at} /> },
                  { title: t.action, key: 'action', render: (_, { action }) => <code className="mono">{action}</code> },
                  { title: t.function, key: 'function', render: (_, { function: name }) => name ?? '—' },
                  { title: t.kind, key: 'kind', render: (_, { fault }) => faultText(fault, t) },
                ]}
              />
            </Card>
          </div>
          <FaultForm open={adding} onClose={() => setAdding(false)} />
        </>
      )}
    </Answered>
  )
}

/** The faults as a file that `--faults` takes. */
function fileOf(seed: number, faults: readonly Rule[]): string {
  const plan = { seed, faults: faults.map(({ strikes: _, ...rule }) => rule) }
  return `data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify(plan, null, 2)}\n`)}`
}

/** What a file holds, as far as it has the form of a plan; the cloud checks the rest. */
function planIn(text: string): InputOf<'faults.set'> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isPlan(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

const isPlan = (value: unknown): value is InputOf<'faults.set'> => isPlainObject(value) && Array.isArray(value.faults)
