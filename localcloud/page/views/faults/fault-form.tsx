import { App, AutoComplete, Form, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import type { InputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { useTexts } from '../../texts/language'

type Rule = InputOf<'faults.add'>
type Fault = Rule['fault']
type Kind = Fault['kind']
type Effect = 'before' | 'after'

interface Fields {
  action: string
  function?: string
  kind: Kind
  effect: Effect
  code: string
  message: string
  ms: number
  percent: number
  after: number
  times?: number | null
}

const kinds: readonly Kind[] = ['timeout', 'error', 'latency', 'conflict', 'busy', 'crash']
const actions = [
  ...['database.*', 'database.getDocument', 'database.insertDocument', 'database.modifyDocument'],
  ...['database.removeDocument', 'database.aggregateDocuments', 'database.calculateDocument'],
  ...['database.startTransaction', 'database.commitTransaction'],
  ...['functions.call', 'functions.invokeFunction', 'storage.*', 'openapi.*', 'openapi.subscribeMessage.send'],
]
const start: Fields = {
  action: 'database.*',
  kind: 'timeout',
  effect: 'after',
  code: 'DATABASE_REQUEST_FAILED',
  message: '',
  ms: 500,
  percent: 100,
  after: 0,
}

const holdsTyped = (typed: string, option?: { value: string }) => option?.value.includes(typed) ?? false

function faultOf({ kind, effect, code, message, ms }: Fields): Fault {
  switch (kind) {
    case 'timeout':
    case 'crash':
      return { kind, effect }
    case 'error':
      return message === '' ? { kind, code } : { kind, code, message }
    case 'latency':
      return { kind, ms }
    default:
      return { kind }
  }
}

function ruleOf(fields: Fields): Rule {
  return {
    action: fields.action,
    probability: fields.percent / 100,
    fault: faultOf(fields),
    ...(fields.function === undefined || fields.function === '' ? {} : { function: fields.function }),
    ...(fields.after > 0 ? { after: fields.after } : {}),
    ...(fields.times === undefined || fields.times === null ? {} : { times: fields.times }),
  }
}

/** One more fault: where it strikes, what it is, how often. */
export function FaultForm({ open, onClose }: { open: boolean; onClose(): void }) {
  const texts = useTexts()
  const t = texts.faults
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form) ?? start.kind
  const functions = useAsked('functions.list', {}, ['reloads'])
  const add = useDoing((rule: Rule) => ask('faults.add', rule), {
    done: () => {
      void message.success(t.added)
      onClose()
    },
  })
  return (
    <Modal
      open={open}
      title={t.add}
      okText={texts.actions.add}
      cancelText={texts.actions.cancel}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={640}
      destroyOnHidden
      afterClose={() => form.resetFields()}
    >
      <Form form={form} layout="vertical" initialValues={start} onFinish={(fields) => add.mutate(ruleOf(fields))}>
        <Form.Item name="action" label={t.action} extra={t.actionHint} rules={[{ required: true }]}>
          <AutoComplete
            className="mono"
            options={actions.map((value) => ({ value }))}
            showSearch={{ filterOption: holdsTyped }}
          />
        </Form.Item>
        <Form.Item name="kind" label={t.kind} extra={t.kindHints[kind]}>
          <Segmented block options={kinds.map((value) => ({ value, label: t.kinds[value] }))} />
        </Form.Item>
        {(kind === 'timeout' || kind === 'crash') && (
          <Form.Item name="effect" label={t.effect}>
            <Segmented<Effect>
              options={[
                { value: 'before', label: t.before },
                { value: 'after', label: t.after },
              ]}
            />
          </Form.Item>
        )}
        {kind === 'error' && (
          <div className="form-pair">
            <Form.Item name="code" label={t.code} rules={[{ required: true }]}>
              <Input className="mono" />
            </Form.Item>
            <Form.Item name="message" label={t.text}>
              <Input />
            </Form.Item>
          </div>
        )}
        {kind === 'latency' && (
          <Form.Item name="ms" label={t.ms}>
            <InputNumber min={0} max={60_000} />
          </Form.Item>
        )}
        <div className="form-grid">
          <Form.Item name="function" label={t.function}>
            <Select
              allowClear
              placeholder={t.anyFunction}
              options={(functions.data ?? []).map(({ name }) => ({ value: name, label: name }))}
            />
          </Form.Item>
          <Form.Item name="percent" label={t.probability}>
            <InputNumber min={0} max={100} suffix="%" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="after" label={t.from} extra={t.fromHint}>
            <InputNumber min={0} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="times" label={t.times} extra={t.timesHint}>
            <InputNumber min={1} precision={0} placeholder={t.always} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
