import { App, Button, Flex, Table, type TableColumnsType, Tag, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { OutputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { PageHead } from '../../components/page-head'
import { SearchField } from '../../components/search-field'
import { Answered, Nothing } from '../../components/states'
import { Time } from '../../components/time'
import { reasonIn } from '../../components/wording'
import { useTexts } from '../../texts/language'

type FunctionRow = OutputOf<'functions.list'>[number]

/** The functions with their configuration, instances and last error. */
export function FunctionsView() {
  const texts = useTexts()
  const { message, modal } = App.useApp()
  const [search, setSearch] = useState('')
  const listed = useAsked('functions.list', {}, ['calls', 'reloads'])
  const kill = useDoing((name: string) => ask('functions.kill', { name }), {
    done: () => void message.success(texts.functions.restarted),
  })
  const restart = (name: string) =>
    modal.confirm({
      title: texts.functions.restartTitle(name),
      content: texts.functions.restartHint,
      okText: texts.functions.restart,
      okButtonProps: { danger: true },
      onOk: () => kill.mutateAsync(name).catch(() => undefined),
    })
  const t = texts.functions
  const columns: TableColumnsType<FunctionRow> = [
    {
      title: t.name,
      key: 'name',
      render: (_, { name, timers, openapi, reloadedAt }) => (
        <>
          <b>{name}</b>
          {timers.length > 0 && (
            <div className="quiet small">
              {texts.nav.timers} {timers.join(', ')}
            </div>
          )}
          {openapi.length > 0 && (
            <Tooltip title={openapi.join(', ')}>
              <div className="quiet small">
                {t.openapi} {openapi.length}
              </div>
            </Tooltip>
          )}
          {reloadedAt !== null && (
            <div className="quiet small">
              {t.reloaded} <Time at={reloadedAt} />
            </div>
          )}
        </>
      ),
    },
    {
      title: <Tooltip title={t.instancesHint}>{t.instances}</Tooltip>,
      key: 'instances',
      render: (_, { instances }) => (
        <>
          <span className="figures">
            {instances.now} / {instances.most}
          </span>
          {instances.running > 0 && <div className="small">{t.running(instances.running)}</div>}
          {instances.waiting > 0 && <div className="small">{t.waiting(instances.waiting)}</div>}
        </>
      ),
    },
    { title: t.timeout, key: 'timeout', render: (_, row) => texts.units.seconds(row.timeoutMs / 1000) },
    {
      title: t.calls,
      key: 'calls',
      align: 'right',
      render: (_, { calls, failures }) => (
        <>
          <span className="figures">{texts.units.count(calls)}</span>
          {failures > 0 && (
            <div className="small">
              <Typography.Text type="danger">{t.failures(failures)}</Typography.Text>
            </div>
          )}
        </>
      ),
    },
    {
      title: t.mean,
      key: 'mean',
      align: 'right',
      render: (_, { meanMs }) => <span className="figures">{meanMs === null ? '—' : texts.units.ms(meanMs)}</span>,
    },
    {
      title: t.toPages,
      key: 'toPages',
      render: (_, { openToPages }) =>
        openToPages ? <Tag color="success">{t.toPagesYes}</Tag> : <Tag>{t.toPagesNo}</Tag>,
    },
    {
      title: t.lastError,
      key: 'lastError',
      width: 260,
      render: (_, { lastError }) =>
        lastError === null ? (
          <span className="quiet">{t.noError}</span>
        ) : (
          <Link to={`/calls?call=${lastError.requestId}`}>
            <Typography.Text type="danger" ellipsis={{ tooltip: lastError.errMsg }} className="cut-cell">
              {reasonIn(lastError.errMsg).split('\n')[0]}
            </Typography.Text>
            <div className="quiet small">
              <Time at={lastError.at} />
            </div>
          </Link>
        ),
    },
    {
      key: 'actions',
      align: 'right',
      fixed: 'end',
      render: (_, { name }) => (
        <Flex gap={4} justify="end">
          <Link to={`/console?function=${encodeURIComponent(name)}`}>
            <Button size="small">{t.call}</Button>
          </Link>
          <Link to={`/calls?function=${encodeURIComponent(name)}`}>
            <Button size="small" type="text">
              {t.showCalls}
            </Button>
          </Link>
          <Button size="small" type="text" danger onClick={() => restart(name)}>
            {t.restart}
          </Button>
        </Flex>
      ),
    },
  ]
  return (
    <>
      <PageHead title={texts.nav.functions} hint={t.hint} />
      <Answered of={listed}>
        {(functions) => (
          <>
            <div className="toolbar">
              <SearchField label={texts.actions.search} value={search} onChange={setSearch} />
            </div>
            <Table
              className="sheet"
              size="middle"
              rowKey="name"
              pagination={false}
              scroll={{ x: 'max-content' }}
              columns={columns}
              dataSource={functions.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))}
              locale={{ emptyText: <Nothing title={t.none} hint={t.noneHint} /> }}
            />
          </>
        )}
      </Answered>
    </>
  )
}
