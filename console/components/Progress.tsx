import { Progress as Bar, Button } from 'antd'
import './Progress.css'

interface ProgressProps {
  /** What is going on: 正在导出权益. */
  said: string
  done: number
  /** Null while nobody knows how much there is. */
  total: number | null
  cancel?: () => void
}

/** Long work: how far it is, in words and as a bar, and the way to stop it. */
export function Progress({ said, done, total, cancel }: ProgressProps) {
  const percent = total === null ? 100 : total === 0 ? 100 : Math.floor((done * 100) / total)
  return (
    <div className="progress" role="status">
      <div className="progress__words">
        <span>{said}</span>
        <span className="progress__figures">{total === null ? `已完成 ${done}` : `${done} / ${total}`}</span>
      </div>
      <Bar percent={percent} showInfo={false} status={total === null ? 'active' : 'normal'} aria-label={said} />
      {cancel && <Button onClick={cancel}>取消</Button>}
    </div>
  )
}
