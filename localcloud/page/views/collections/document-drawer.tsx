import { Alert, App, Button, Drawer, Flex } from 'antd'
import { useState } from 'react'
import { ask, Refusal } from '../../cloud/ask'
import { useDoing } from '../../cloud/use-asked'
import { CodeField } from '../../components/code-field'
import { CodeView } from '../../components/code-view'
import { Copy } from '../../components/copy'
import { printEjson } from '../../ejson/print'
import { readDocument } from '../../ejson/typed'
import { useTexts } from '../../texts/language'
import { documentOf, idOf } from './fields'

/** The document that is open, as EJSON; a new one is not in the collection yet. */
export interface Opened {
  ejson: string
  isNew: boolean
}

interface DocumentDrawerProps {
  collection: string
  opened: Opened | undefined
  onOpen(opened: Opened | undefined): void
}

/** One document: read, changed as it was read, copied, deleted. */
export function DocumentDrawer({ collection, opened, onOpen }: DocumentDrawerProps) {
  const texts = useTexts()
  const t = texts.documents
  const { modal } = App.useApp()
  const [unsaved, setUnsaved] = useState(false)
  const close = () => {
    if (!unsaved) return onOpen(undefined)
    modal.confirm({
      title: t.discardTitle,
      okText: t.discard,
      okButtonProps: { danger: true },
      onOk: () => onOpen(undefined),
    })
  }
  return (
    <Drawer
      open={opened !== undefined}
      onClose={close}
      size={680}
      destroyOnHidden
      title={opened?.isNew ? t.newDocument : t.document}
    >
      {opened !== undefined && (
        <OpenDocument
          key={`${opened.isNew} ${opened.ejson}`}
          collection={collection}
          opened={opened}
          onOpen={onOpen}
          onUnsaved={setUnsaved}
        />
      )}
    </Drawer>
  )
}

interface OpenDocumentProps extends DocumentDrawerProps {
  opened: Opened
  onUnsaved(unsaved: boolean): void
}

function OpenDocument({ collection, opened: { ejson, isNew }, onOpen, onUnsaved }: OpenDocumentProps) {
  const texts = useTexts()
  const t = texts.documents
  const { message, modal } = App.useApp()
  const printed = isNew && ejson === '{}' ? '{\n  \n}' : printEjson(ejson)
  const [edits, setEdits] = useState(isNew)
  const [text, setTextState] = useState(printed)
  const [changedMeanwhile, setChangedMeanwhile] = useState(false)
  const setText = (next: string) => {
    setTextState(next)
    onUnsaved(next !== printed)
  }
  const read = readDocument(text)
  const id = idOf(ejson)
  const finish = (said: string) => {
    void message.success(said)
    onUnsaved(false)
    onOpen(undefined)
  }
  const refused = (failure: Error) => {
    const meanwhile = failure instanceof Refusal && failure.status === 409
    if (meanwhile) setChangedMeanwhile(true)
    return meanwhile
  }
  const add = useDoing((document: string) => ask('documents.add', { collection, document }), {
    done: () => finish(t.added),
  })
  const replace = useDoing((document: string) => ask('documents.replace', { collection, id, read: ejson, document }), {
    done: () => finish(t.saved),
    failed: refused,
  })
  const remove = useDoing(() => ask('documents.remove', { collection, id, read: ejson }), {
    done: () => finish(t.removed),
    failed: refused,
  })
  const save = () => {
    if (!read.ok) return
    if (isNew) add.mutate(read.value)
    else replace.mutate(read.value)
  }
  const confirmRemove = () =>
    modal.confirm({
      title: t.removeTitle,
      content: (
        <>
          <code className="mono">{id}</code>
          <p>{t.removeHint}</p>
        </>
      ),
      okText: texts.actions.remove,
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(undefined).catch(() => undefined),
    })
  const readAgain = async () => {
    const found = await ask('documents.find', { collection, filter: `{"_id":${id}}`, offset: 0, limit: 1 })
    const [now] = found.list
    onUnsaved(false)
    onOpen(now === undefined ? undefined : { ejson: now, isNew: false })
  }
  const duplicate = () => {
    const { _id, ...rest } = documentOf(ejson)
    onOpen({ ejson: JSON.stringify(rest), isNew: true })
  }
  return (
    <div className="stack">
      {changedMeanwhile && (
        <Alert
          type="warning"
          showIcon
          title={t.changedTitle}
          description={t.changedHint}
          action={<Button onClick={() => void readAgain()}>{t.reload}</Button>}
        />
      )}
      {!isNew && (
        <Flex align="center" gap={4} wrap>
          <code className="mono">{id}</code>
          <Copy text={documentOf(ejson)._id === undefined ? '' : String(documentOf(ejson)._id)} label="_id" />
          <Flex gap={8} className="to-the-right">
            <Button onClick={duplicate}>{t.duplicate}</Button>
            <Button danger onClick={confirmRemove}>
              {texts.actions.remove}
            </Button>
            {!edits && (
              <Button type="primary" onClick={() => setEdits(true)}>
                {texts.actions.edit}
              </Button>
            )}
          </Flex>
        </Flex>
      )}
      {edits ? (
        <>
          <CodeField
            label={isNew ? t.newDocument : t.document}
            value={text}
            rows={Math.min(30, Math.max(12, printed.split('\n').length + 1))}
            problem={read.ok ? undefined : read.problem}
            onChange={setText}
            onDone={save}
            autoFocus
          />
          <span className="quiet small">
            {texts.editor.hint}
            {isNew && ` · ${t.idHint}`}
          </span>
          <Flex gap={8} align="center">
            <Button
              type="primary"
              disabled={!read.ok}
              loading={add.isPending || replace.isPending}
              onClick={save}
              title={texts.editor.saveKey}
            >
              {isNew ? texts.actions.add : texts.actions.save}
            </Button>
            <Button disabled={!read.ok} onClick={() => read.ok && setText(printEjson(read.value))}>
              {texts.actions.format}
            </Button>
            {!isNew && (
              <Button
                type="text"
                onClick={() => {
                  setText(printed)
                  setEdits(false)
                }}
              >
                {texts.actions.cancel}
              </Button>
            )}
            <span className="quiet small to-the-right">{text === printed ? texts.editor.saveKey : t.unsaved}</span>
          </Flex>
        </>
      ) : (
        <CodeView ejson={ejson} label={t.document} tall />
      )}
    </div>
  )
}
