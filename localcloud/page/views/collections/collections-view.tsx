import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Input, Modal, Segmented, Tooltip } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { PageHead } from '../../components/page-head'
import { SearchField } from '../../components/search-field'
import { Answered, Nothing } from '../../components/states'
import { bytesText } from '../../components/wording'
import { useTexts } from '../../texts/language'
import type { CollectionRow } from './collection-row'
import { CollectionsTable } from './collections-table'
import { Documents } from './documents'
import { IndexesTable } from './indexes-table'

/** The collections on the left; on the right the chosen one's documents or indexes, or a table of all. */
export function CollectionsView() {
  const texts = useTexts()
  const t = texts.collections
  const { name } = useParams()
  const [adding, setAdding] = useState(false)
  const listed = useAsked('collections.list', {}, ['documents'])
  return (
    <>
      <PageHead title={texts.nav.collections} hint={t.hint}>
        <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      </PageHead>
      <Answered of={listed}>
        {(collections) =>
          collections.length === 0 ? (
            <Nothing title={t.none} hint={t.noneHint} />
          ) : (
            <div className="split">
              <CollectionList collections={collections} />
              <Chosen collections={collections} name={name} />
            </div>
          )
        }
      </Answered>
      <AddCollection open={adding} onClose={() => setAdding(false)} />
    </>
  )
}

function CollectionList({ collections }: { collections: CollectionRow[] }) {
  const texts = useTexts()
  const t = texts.collections
  const { name: chosen } = useParams()
  const [search, setSearch] = useState('')
  const found = collections
    .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <nav className="sheet collection-list" aria-label={t.all}>
      <SearchField label={texts.actions.search} value={search} onChange={setSearch} />
      <ul>
        <li>
          <Link to="/collections" aria-current={chosen === undefined ? 'page' : undefined}>
            {t.all}
            <span className="quiet figures">{collections.length}</span>
          </Link>
        </li>
        {found.map(({ name, count }) => (
          <li key={name}>
            <Link to={`/collections/${encodeURIComponent(name)}`} aria-current={chosen === name ? 'page' : undefined}>
              <span className="cut" title={name}>
                {name}
              </span>
              <span className="quiet figures">{texts.units.count(count)}</span>
            </Link>
          </li>
        ))}
        {found.length === 0 && <li className="quiet">{t.noneFound}</li>}
      </ul>
    </nav>
  )
}

function Chosen({ collections, name }: { collections: CollectionRow[]; name: string | undefined }) {
  const texts = useTexts()
  const t = texts.collections
  const [query, setQuery] = useSearchParams()
  if (name === undefined) return <CollectionsTable collections={collections} />
  const collection = collections.find((one) => one.name === name)
  if (collection === undefined) return <Nothing title={t.noneFound} />
  const showsIndexes = query.get('show') === 'indexes'
  return (
    <div>
      <div className="collection-head">
        <h2>{name}</h2>
        <span className="quiet">
          {t.documentCount(collection.count)} · {bytesText(collection.bytes)} ·{' '}
          {collection.access === null ? (
            <Tooltip title={t.undeclaredHint}>{t.undeclared}</Tooltip>
          ) : (
            `${t.access} ${t.accessOf[collection.access]}`
          )}
        </span>
        <Segmented
          className="to-the-right"
          value={showsIndexes ? 'indexes' : 'documents'}
          onChange={(show) => setQuery(show === 'indexes' ? { show } : {})}
          options={[
            { value: 'documents', label: t.documents },
            { value: 'indexes', label: `${t.indexes} ${collection.indexes.length}` },
          ]}
        />
      </div>
      {showsIndexes ? <IndexesTable collection={collection} /> : <Documents key={name} collection={name} />}
    </div>
  )
}

function AddCollection({ open, onClose }: { open: boolean; onClose(): void }) {
  const texts = useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const add = useDoing((wanted: string) => ask('collections.add', { name: wanted }), {
    done: (_, wanted) => {
      void message.success(texts.documents.added)
      setName('')
      onClose()
      void navigate(`/collections/${encodeURIComponent(wanted)}`)
    },
  })
  const sound = name.trim() !== ''
  return (
    <Modal
      open={open}
      title={texts.collections.add}
      okText={texts.actions.add}
      cancelText={texts.actions.cancel}
      okButtonProps={{ disabled: !sound, loading: add.isPending }}
      onOk={() => add.mutate(name.trim())}
      onCancel={onClose}
    >
      <p className="quiet">{texts.collections.addHint}</p>
      <Input
        aria-label={texts.collections.name}
        placeholder={texts.collections.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => sound && add.mutate(name.trim())}
      />
    </Modal>
  )
}
