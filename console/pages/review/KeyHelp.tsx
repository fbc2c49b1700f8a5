import { Modal } from 'antd'

const keys: readonly [key: string, does: string][] = [
  ['J', '下一笔'],
  ['K', '上一笔'],
  ['Enter', '打开这一笔'],
  ['A', '通过这一笔'],
  ['R', '驳回这一笔，先写原因'],
  ['X', '选中或取消选中'],
  ['?', '打开这份说明'],
]

export function KeyHelp({ open, close }: { open: boolean; close: () => void }) {
  return (
    <Modal open={open} title="键盘操作" footer={null} onCancel={close} width={420}>
      <dl className="review__keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
