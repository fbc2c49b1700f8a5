import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/operation'
import { compareVersions, readTerms } from '#contract/terms'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { InstantText } from '../../components/DayText'
import { PageHeader } from '../../components/PageHeader'
import { FailureBlock } from '../../components/StateBlock'
import { StateTag } from '../../components/StateTag'
import { WaitingRows } from '../../components/Waiting'
import { useMe } from '../../shell/me'
import { ChangeTerms } from './ChangeTerms'
import { Differences } from './Differences'
import { WrittenTerms } from './WrittenTerms'
import './terms.css'

type View = 'fields' | 'versions' | 'change'
type Terms = OutputOf<typeof readTerms>

/** 条款: what is in force field by field, what changed and when, and how it is changed while the campaign runs. */
export default function TermsPage() {
  const { role } = useMe()
  const [view, setView] = useState<View>('fields')
  const [version, setVersion] = useState<number | null>(null)
  const { reading, reload } = useReading(readTerms, { version })
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const terms = reading.data
  const views = [
    { value: 'fields' as const, label: '条款内容' },
    { value: 'versions' as const, label: `版本与差别（${terms.versions.length}）` },
    ...(role === 'admin' ? [{ value: 'change' as const, label: '更改条款' }] : []),
  ]
  return (
    <>
      <PageHeader
        title="条款"
        about={`${terms.campaignTitle}：活动规则、抽奖页和每一笔权益都按这里。活动开始后，只能往有利于参与人的方向改。`}
        actions={
          <Select
            aria-label="哪一版"
            value={terms.version}
            onChange={setVersion}
            options={terms.versions.map((one) => ({
              value: one.version,
              label: `第 ${one.version} 版${one.inForce ? '（现行）' : ''}`,
            }))}
          />
        }
      />
      <Segmented<View> className="terms__views" options={views} value={view} onChange={setView} />
      {view === 'fields' && <WrittenTerms terms={terms} />}
      {view === 'versions' && <Versions terms={terms} />}
      {view === 'change' && <ChangeTerms />}
    </>
  )
}

function Versions({ terms: { versions } }: { terms: Terms }) {
  const [latest, before] = versions
  const [pair, setPair] = useState<{ from: number; to: number } | null>(
    latest && before ? { from: before.version, to: latest.version } : null,
  )
  const options = versions.map(({ version }) => ({ value: version, label: `第 ${version} 版` }))
  return (
    <>
      <Card title="已公布的版本" inside="flush">
        <ul className="terms__versions">
          {versions.map(({ version, publishedAt, hash, inForce, by, why }) => (
            <li key={version}>
              <b>第 {version} 版</b>
              {inForce && <StateTag state={{ word: '现行', tone: 'good' }} />}
              <InstantText at={publishedAt} />
              <span>{by.length > 0 ? `${by.join('、')}：${why}` : '用发布命令公布'}</span>
              <code title={hash}>{hash.slice(0, 16)}…</code>
            </li>
          ))}
        </ul>
      </Card>
      {pair ? (
        <Card
          title="两版的差别"
          inside="flush"
          extra={
            <span className="terms__pair">
              <Select
                aria-label="旧的一版"
                options={options}
                value={pair.from}
                onChange={(from) => setPair({ ...pair, from })}
              />
              对照
              <Select
                aria-label="新的一版"
                options={options}
                value={pair.to}
                onChange={(to) => setPair({ ...pair, to })}
              />
            </span>
          }
        >
          <Compared {...pair} />
        </Card>
      ) : (
        <p className="terms__about">还只有一版，没有可以对照的。更改公布之后，两版的差别和理由列在这里。</p>
      )}
    </>
  )
}

function Compared(pair: { from: number; to: number }) {
  const { reading, reload } = useReading(compareVersions, pair)
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  return <Differences differences={reading.data.differences} />
}
