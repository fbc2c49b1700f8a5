import { Alert, App, Button, Card, Flex, Input, List, Tag } from 'antd'
import { useState } from 'react'
import type { InputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useCloud, useCloudTime } from '../../cloud/pulse'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { PageHead } from '../../components/page-head'
import { Answered, Nothing } from '../../components/states'
import { beijing, durationText, Time } from '../../components/time'
import { instantOf } from '../../ejson/read'
import { useTexts } from '../../texts/language'

const HOUR = 3_600_000

/** The cloud's time, and the ways to move it. */
export function ClockView() {
  const texts = useTexts()
  const t = texts.clock
  const { message } = App.useApp()
  const { pulse } = useCloud()
  const now = useCloudTime()
  const [exact, setExact] = useState('')
  const move = useDoing((how: InputOf<'clock.move'>) => ask('clock.move', how), {
    done: () => void message.success(t.moved),
  })
  const timers = useAsked('timers.list', {}, ['calls', 'reloads'])
  const offset = pulse?.offsetMs ?? 0
  const away = durationText(offset, texts)
  const at = instantOf(exact)
  const steps = [
    { label: t.hourBack, ms: -HOUR },
    { label: t.hour, ms: HOUR },
    { label: t.day, ms: 24 * HOUR },
    { label: t.week, ms: 7 * 24 * HOUR },
  ]
  return (
    <>
      <PageHead title={texts.nav.clock} hint={t.hint} />
      <div className="columns">
        <Card>
          <div className="quiet">
            {t.cloudTime} · {texts.units.beijing}
          </div>
          <div className="clock-face" data-testid="cloud-time">
            {now === undefined ? '—' : beijing(now)}
          </div>
          <Tag color={offset === 0 ? 'success' : 'warning'}>
            {offset === 0 ? t.real : offset > 0 ? t.ahead(away) : t.behind(away)}
          </Tag>
          <h3>{t.move}</h3>
          <Flex gap={8} wrap>
            {steps.map(({ label, ms }) => (
              <Button key={ms} disabled={move.isPending} onClick={() => move.mutate({ how: 'by', ms })}>
                {label}
              </Button>
            ))}
            <Button disabled={offset === 0 || move.isPending} onClick={() => move.mutate({ how: 'back' })}>
              {t.back}
            </Button>
          </Flex>
          <h3>
            {t.exact} <span className="quiet small">{t.exactHint}</span>
          </h3>
          <Flex gap={8}>
            <Input
              aria-label={t.exact}
              className="mono"
              style={{ width: 240 }}
              placeholder="2026-09-08 10:00:00"
              status={exact !== '' && Number.isNaN(at) ? 'error' : ''}
              value={exact}
              onChange={(event) => setExact(event.target.value)}
              onPressEnter={() => Number.isNaN(at) || move.mutate({ how: 'to', at })}
            />
            <Button
              type="primary"
              disabled={Number.isNaN(at)}
              loading={move.isPending}
              title={Number.isNaN(at) ? t.badTime : undefined}
              onClick={() => move.mutate({ how: 'to', at })}
            >
              {t.go}
            </Button>
          </Flex>
          <Alert style={{ marginTop: 20 }} type="info" showIcon title={t.forwardHint} />
        </Card>
        <Card title={t.timers}>
          <Answered of={timers}>
            {(listed) => (
              <List
                dataSource={listed
                  .filter(({ nextAt }) => nextAt !== undefined)
                  .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0))}
                locale={{ emptyText: <Nothing title={texts.timers.none} /> }}
                renderItem={({ function: name, name: timer, nextAt = 0 }) => (
                  <List.Item
                    extra={
                      <Flex gap={12}>
                        <Time at={nextAt} />
                        <span className="quiet">
                          <Time at={nextAt} away />
                        </span>
                      </Flex>
                    }
                  >
                    <span>
                      <b>{timer}</b> <span className="quiet">{name}</span>
                    </span>
                  </List.Item>
                )}
              />
            )}
          </Answered>
        </Card>
      </div>
    </>
  )
}
