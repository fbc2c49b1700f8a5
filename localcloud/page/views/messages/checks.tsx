import { App, Button, Card, Flex, Input, Select, Table } from 'antd'
import { useState } from 'react'
import type { InputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { Answered } from '../../components/states'
import { useTexts } from '../../texts/language'

/** What WeChat's checks find, as a developer decides it. */
export function Checks() {
  return (
    <div className="columns">
      <RiskyWords />
      <RiskRanks />
    </div>
  )
}

function RiskyWords() {
  const t = useTexts().messages
  const { message } = App.useApp()
  const listed = useAsked('words.list', {}, [])
  const set = useDoing((words: string[]) => ask('words.set', { words }), {
    done: () => void message.success(t.saved),
  })
  return (
    <Card title={t.words}>
      <p className="quiet">{t.wordsHint}</p>
      <Answered of={listed}>
        {({ words }) => (
          <Select
            mode="tags"
            aria-label={t.words}
            style={{ width: '100%' }}
            open={false}
            suffixIcon={null}
            value={words}
            loading={set.isPending}
            onChange={(next: string[]) => set.mutate(next)}
          />
        )}
      </Answered>
    </Card>
  )
}

function RiskRanks() {
  const t = useTexts().messages
  const { message } = App.useApp()
  const [wanted, setWanted] = useState<InputOf<'risk.set'>>({ openid: '', rank: 4 })
  const listed = useAsked('risk.list', {}, [])
  const set = useDoing((one: InputOf<'risk.set'>) => ask('risk.set', one), {
    done: () => void message.success(t.saved),
  })
  return (
    <Card title={t.ranks}>
      <p className="quiet">{t.ranksHint}</p>
      <Flex gap={8}>
        <Input
          aria-label="openid"
          placeholder="openid"
          value={wanted.openid}
          onChange={(event) => setWanted({ ...wanted, openid: event.target.value.trim() })}
        />
        <Select
          aria-label={t.rank}
          style={{ width: 90 }}
          value={wanted.rank}
          onChange={(rank) => setWanted({ ...wanted, rank })}
          options={[0, 1, 2, 3, 4].map((rank) => ({ value: rank, label: rank }))}
        />
        <Button disabled={wanted.openid === ''} loading={set.isPending} onClick={() => set.mutate(wanted)}>
          {t.setRank}
        </Button>
      </Flex>
      <Answered of={listed}>
        {(ranks) =>
          ranks.length > 0 && (
            <Table
              style={{ marginTop: 12 }}
              size="small"
              rowKey="openid"
              pagination={false}
              dataSource={ranks}
              columns={[
                { title: 'openid', key: 'openid', render: (_, { openid }) => <span className="mono">{openid}</span> },
                { title: t.rank, dataIndex: 'rank', align: 'right' },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  )
}
