import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Alert, App, Button, Card, Flex, Modal, Table, Upload } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../page-api/operations'
import { ask, uploadState } from '../../cloud/ask'
import { useCloud } from '../../cloud/pulse'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { Copy } from '../../components/copy'
import { type Fact, Facts } from '../../components/facts'
import { PageHead } from '../../components/page-head'
import { Answered } from '../../components/states'
import { durationText } from '../../components/time'
import { useTexts } from '../../texts/language'
import type { Texts } from '../../texts/zh'

type Summary = OutputOf<'state.summary'>
type Uploaded = Awaited<ReturnType<typeof uploadState>>

/** What a state holds, line by line, for people to compare. */
function linesOf({ offsetMs, collections, files, sent }: Summary, texts: Texts): { what: string; much: string }[] {
  const { state: t, clock, units } = texts
  const away = durationText(offsetMs, texts)
  return [
    {
      what: t.clock,
      much: offsetMs === 0 ? t.clockReal : offsetMs > 0 ? clock.ahead(away) : clock.behind(away),
    },
    { what: t.files, much: units.count(files) },
    { what: t.sent, much: units.count(sent) },
    ...collections
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => ({ what: `${t.collection} ${name}`, much: units.count(count) })),
  ]
}

/** What there is now, the collections counted together. */
function presentFacts(now: Summary, texts: Texts): Fact[] {
  const documents = now.collections.reduce((sum, { count }) => sum + count, 0)
  const { count } = texts.units
  const together = texts.state.documentsIn(count(documents), count(now.collections.length))
  const others = linesOf({ ...now, collections: [] }, texts).map(({ what, much }) => ({ name: what, value: much }))
  return [{ name: texts.state.documents, value: together }, ...others]
}

/** The whole state as one file, out and in. */
export function StateView() {
  const texts = useTexts()
  const t = texts.state
  const { message } = App.useApp()
  const { pulse } = useCloud()
  const [uploaded, setUploaded] = useState<Uploaded>()
  const [kept, setKept] = useState<string>()
  const summary = useAsked('state.summary', {}, ['documents', 'sent'])
  const about = useAsked('about', {}, [])
  const upload = useDoing(uploadState, { done: setUploaded })
  const replace = useDoing((one: Uploaded) => ask('state.replace', { upload: one.upload }), {
    done: (done) => {
      setUploaded(undefined)
      setKept(done.kept)
      void message.success(texts.documents.saved)
    },
  })
  return (
    <>
      <PageHead title={texts.nav.state} hint={t.hint} />
      {kept !== undefined && (
        <Alert
          className="lost"
          type="success"
          showIcon
          closable
          title={t.replaced}
          description={
            <Flex align="center" gap={4}>
              <code className="mono">{kept}</code>
              <Copy text={kept} />
            </Flex>
          }
        />
      )}
      <div className="columns">
        <Card title={t.now}>
          <Answered of={summary}>
            {(now) => <Facts of={presentFacts({ ...now, offsetMs: pulse?.offsetMs ?? now.offsetMs }, texts)} />}
          </Answered>
          {about.data !== undefined && (
            <>
              <h3>{t.folders}</h3>
              <Facts
                mono
                of={[
                  { name: t.functionsFolder, value: about.data.functionsFolder },
                  {
                    name: t.dataFolder,
                    value: about.data.dataFolder === ':memory:' ? t.inMemory : about.data.dataFolder,
                  },
                ]}
              />
            </>
          )}
        </Card>
        <div className="stack">
          <Card title={t.export}>
            <p>{t.exportHint}</p>
            <Button type="primary" icon={<DownloadOutlined />} href="/_/export" download="state.localcloud">
              {t.export}
            </Button>
          </Card>
          <Card title={t.import}>
            <p>{t.importHint}</p>
            <Upload
              accept=".localcloud,.ndjson,.jsonl"
              showUploadList={false}
              beforeUpload={(file) => {
                upload.mutate(file)
                return false
              }}
            >
              <Button icon={<UploadOutlined />} loading={upload.isPending}>
                {upload.isPending ? t.reading : texts.actions.chooseFile}
              </Button>
            </Upload>
          </Card>
        </div>
      </div>
      <Modal
        open={uploaded !== undefined}
        title={t.confirmTitle}
        okText={t.replace}
        cancelText={texts.actions.cancel}
        okButtonProps={{ danger: true, loading: replace.isPending }}
        onOk={() => uploaded !== undefined && replace.mutate(uploaded)}
        onCancel={() => setUploaded(undefined)}
        width={620}
      >
        <p>{t.confirmHint}</p>
        {uploaded !== undefined && summary.data !== undefined && (
          <Comparison now={{ ...summary.data, offsetMs: pulse?.offsetMs ?? 0 }} then={uploaded.holds} />
        )}
      </Modal>
    </>
  )
}

/** What is there now beside what the file holds. */
function Comparison({ now, then }: { now: Summary; then: Summary }) {
  const texts = useTexts()
  const t = texts.state
  const present = new Map(linesOf(now, texts).map(({ what, much }) => [what, much]))
  const file = new Map(linesOf(then, texts).map(({ what, much }) => [what, much]))
  const rows = [...new Set([...present.keys(), ...file.keys()])].map((what) => ({
    what,
    now: present.get(what) ?? '—',
    inFile: file.get(what) ?? '—',
  }))
  return (
    <Table
      size="small"
      rowKey="what"
      pagination={false}
      scroll={{ y: 320 }}
      dataSource={rows}
      columns={[
        { title: '', dataIndex: 'what' },
        { title: t.present, dataIndex: 'now', align: 'right' },
        {
          title: t.file,
          key: 'inFile',
          align: 'right',
          render: (_, row) => (row.now === row.inFile ? <span className="quiet">{t.same}</span> : <b>{row.inFile}</b>),
        },
      ]}
    />
  )
}
