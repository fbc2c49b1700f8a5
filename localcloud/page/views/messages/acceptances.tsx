import { App, Button, Flex, Input, InputNumber, Table } from 'antd'
import { useState } from 'react'
import type { InputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { Answered, Nothing } from '../../components/states'
import { useTexts } from '../../texts/language'

/** How many messages of which template each person still lets through. */
export function Acceptances() {
  const texts = useTexts()
  const t = texts.messages
  const { message } = App.useApp()
  const [wanted, setWanted] = useState<InputOf<'acceptances.add'>>({ openid: '', templateId: '', count: 1 })
  const listed = useAsked('acceptances.list', {}, ['sent'])
  const add = useDoing((one: InputOf<'acceptances.add'>) => ask('acceptances.add', one), {
    done: () => void message.success(t.saved),
  })
  const sound = wanted.openid !== '' && wanted.templateId !== ''
  return (
    <Answered of={listed}>
      {(acceptances) => (
        <>
          <div className="toolbar">
            <Input
              aria-label="openid"
              placeholder="openid"
              style={{ width: 240 }}
              value={wanted.openid}
              onChange={(event) => setWanted({ ...wanted, openid: event.target.value.trim() })}
            />
            <Input
              aria-label={t.templateId}
              placeholder={t.templateId}
              style={{ width: 240 }}
              value={wanted.templateId}
              onChange={(event) => setWanted({ ...wanted, templateId: event.target.value.trim() })}
            />
            <InputNumber
              aria-label={t.count}
              min={1}
              precision={0}
              value={wanted.count}
              onChange={(count) => setWanted({ ...wanted, count: count ?? 1 })}
            />
            <Button type="primary" disabled={!sound} loading={add.isPending} onClick={() => add.mutate(wanted)}>
              {t.addAcceptance}
            </Button>
          </div>
          <Table
            className="sheet"
            size="middle"
            rowKey={({ openid, templateId }) => `${openid} ${templateId}`}
            pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
            dataSource={acceptances}
            locale={{ emptyText: <Nothing title={t.noAcceptances} hint={t.noAcceptancesHint} /> }}
            columns={[
              { title: 'openid', key: 'openid', render: (_, { openid }) => <span className="mono">{openid}</span> },
              {
                title: t.templateId,
                key: 'template',
                render: (_, { templateId }) => <span className="mono">{templateId}</span>,
              },
              {
                title: t.left,
                key: 'left',
                align: 'right',
                sorter: (a, b) => a.left - b.left,
                render: (_, { left }) => (
                  <Flex justify="end" className={left === 0 ? 'quiet figures' : 'figures'}>
                    {texts.units.count(left)}
                  </Flex>
                ),
              },
            ]}
          />
        </>
      )}
    </Answered>
  )
}
