import { Button, Flex, Modal, Table, type TableColumnsType, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { OutputOf } from '../../../page-api/operations'
import type { Outcome } from '../../../page-api/outcome'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { OutcomeView } from '../../components/outcome-view'
import { PageHead } from '../../components/page-head'
import { Answered, Nothing } from '../../components/states'
import { Time } from '../../components/time'
import { useTexts } from '../../texts/language'

type Timer = OutputOf<'timers.list'>[number]

/** The timers with their next and their last run. */
export function TimersView() {
  const texts = useTexts()
  const t = texts.timers
  const listed = useAsked('timers.list', {}, ['calls', 'reloads'])
  const [outcome, setOutcome] = useState<Outcome>()
  const run = useDoing((timer: Timer) => ask('timers.run', { function: timer.function, name: timer.name }), {
    done: setOutcome,
  })
  const columns: TableColumnsType<Timer> = [
    {
      title: t.timer,
      key: 'timer',
      render: (_, timer) => (
        <>
          <b>{timer.name}</b> <span className="quiet">{timer.function}</span>
        </>
      ),
    },
    {
      title: <Tooltip title={t.scheduleHint}>{t.schedule}</Tooltip>,
      key: 'config',
      render: (_, { config }) => (
        <Tooltip title={t.scheduleHint}>
          <code className="mono">{config}</code>
        </Tooltip>
      ),
    },
    {
      title: t.next,
      key: 'next',
      render: (_, { nextAt }) =>
        nextAt === undefined ? (
          texts.units.never
        ) : (
          <Flex gap={8}>
            <Time at={nextAt} />
            <span className="quiet">
              <Time at={nextAt} away />
            </span>
          </Flex>
        ),
    },
    {
      title: t.last,
      key: 'last',
      render: (_, { last }) =>
        last === undefined ? (
          <span className="quiet">{t.never}</span>
        ) : (
          <Link to={`/calls?call=${last.requestId}`}>
            <Flex gap={8}>
              <Time at={last.at} />
              <Tag color={last.ok ? 'success' : 'error'}>{last.ok ? texts.calls.ok : texts.calls.failed}</Tag>
            </Flex>
          </Link>
        ),
    },
    {
      key: 'run',
      align: 'right',
      render: (_, timer) => (
        <Button
          size="small"
          loading={run.isPending && run.variables === timer}
          onClick={() => run.mutate(timer)}
          aria-label={`${t.run} ${timer.function}/${timer.name}`}
        >
          {t.run}
        </Button>
      ),
    },
  ]
  return (
    <>
      <PageHead title={texts.nav.timers} hint={t.hint} />
      <Answered of={listed}>
        {(timers) => (
          <Table
            className="sheet"
            size="middle"
            rowKey={(timer) => `${timer.function}/${timer.name}`}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={columns}
            dataSource={timers}
            locale={{ emptyText: <Nothing title={t.none} hint={t.noneHint} /> }}
          />
        )}
      </Answered>
      <Modal
        open={outcome !== undefined}
        title={t.ran}
        onCancel={() => setOutcome(undefined)}
        footer={null}
        width={640}
        destroyOnHidden
      >
        {outcome !== undefined && <OutcomeView outcome={outcome} />}
      </Modal>
    </>
  )
}
