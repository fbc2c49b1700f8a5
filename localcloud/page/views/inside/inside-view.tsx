import { Card, Table } from 'antd'
import { useAsked } from '../../cloud/use-asked'
import { PageHead } from '../../components/page-head'
import { Answered } from '../../components/states'
import { Time } from '../../components/time'
import { useTexts } from '../../texts/language'

/** How long actions take, which transactions run, what conflicted, what was taken anew. */
export function InsideView() {
  const texts = useTexts()
  const t = texts.inside
  const listed = useAsked('load', {}, ['documents', 'calls', 'reloads'])
  const figure = (value: string) => <span className="figures">{value}</span>
  return (
    <>
      <PageHead title={texts.nav.inside} hint={t.hint} />
      <Answered of={listed}>
        {({ actions, transactions, conflicts, reloads }) => (
          <div className="stack">
            <Card title={t.actions} styles={{ body: { padding: 0 } }}>
              <Table
                size="middle"
                rowKey="action"
                pagination={false}
                scroll={{ x: 'max-content' }}
                dataSource={actions}
                locale={{ emptyText: t.noActions }}
                columns={[
                  { title: t.action, key: 'action', render: (_, { action }) => <code className="mono">{action}</code> },
                  {
                    title: t.count,
                    key: 'count',
                    align: 'right',
                    defaultSortOrder: 'descend',
                    sorter: (a, b) => a.count - b.count,
                    render: (_, { count }) => figure(texts.units.count(count)),
                  },
                  {
                    title: t.mean,
                    key: 'mean',
                    align: 'right',
                    sorter: (a, b) => a.meanMs - b.meanMs,
                    render: (_, { meanMs }) => figure(texts.units.ms(meanMs)),
                  },
                  {
                    title: t.longest,
                    key: 'longest',
                    align: 'right',
                    sorter: (a, b) => a.longestMs - b.longestMs,
                    render: (_, { longestMs }) => figure(texts.units.ms(longestMs)),
                  },
                ]}
              />
            </Card>
            <div className="columns">
              <Card title={t.transactions} styles={{ body: { padding: 0 } }}>
                <Table
                  size="middle"
                  rowKey="id"
                  pagination={false}
                  dataSource={transactions}
                  locale={{ emptyText: t.noTransactions }}
                  columns={[
                    { title: t.age, key: 'age', render: (_, { ageMs }) => figure(texts.units.ms(ageMs)) },
                    {
                      title: t.writes,
                      key: 'writes',
                      render: (_, { writes }) =>
                        Object.entries(writes)
                          .map(([name, count]) => `${name} ${count}`)
                          .join(', ') || '—',
                    },
                  ]}
                />
              </Card>
              <Card title={t.conflicts} styles={{ body: { padding: 0 } }}>
                <Table
                  size="middle"
                  rowKey={(conflict) => `${conflict.at} ${conflict.collection} ${conflict.action}`}
                  pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
                  dataSource={conflicts}
                  locale={{ emptyText: t.noConflicts }}
                  columns={[
                    { title: t.at, key: 'at', render: (_, { at }) => <Time at={at} /> },
                    { title: t.collection, dataIndex: 'collection' },
                    {
                      title: t.action,
                      key: 'action',
                      render: (_, { action }) => <code className="mono">{action}</code>,
                    },
                  ]}
                />
              </Card>
              <Card title={t.reloads} styles={{ body: { padding: 0 } }}>
                <Table
                  size="middle"
                  rowKey={(reload) => `${reload.at} ${reload.function}`}
                  pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
                  dataSource={reloads}
                  locale={{ emptyText: t.noReloads }}
                  columns={[
                    { title: t.at, key: 'at', render: (_, { at }) => <Time at={at} /> },
                    { title: texts.functions.name, dataIndex: 'function' },
                  ]}
                />
              </Card>
            </div>
          </div>
        )}
      </Answered>
    </>
  )
}
